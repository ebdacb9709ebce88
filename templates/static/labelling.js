// Keys for labelling. The page works without them; they never act while somebody types or stands on a
// button or link, and they can be turned off (WCAG 2.1.4): one switch for these and those of the cases.

const OFF = 'patientview-keys-off'
const form = document.querySelector('[data-label]')
const panel = document.querySelector('[data-keys]')

const isOff = () => localStorage.getItem(OFF) === 'yes'
const press = (value) => form.querySelector(`button[value=${value}]`).click()

function feel(number) {
  const radio = form.querySelector(`input[name=sentiment][value="${number}"]`)
  radio.checked = true
  radio.focus()
}

function act(event) {
  if (/^[1-5]$/.test(event.key)) feel(event.key)
  else if (event.key === 's') press('skip')
  // On a button or a link, Enter presses that one.
  else if (event.key === 'Enter' && !event.target.closest('button, a, summary')) press('mine')
  else return
  event.preventDefault()
}

document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input:not([type=checkbox], [type=radio]), textarea, select')
  if (!isOff() && !typing && !event.repeat && !event.ctrlKey && !event.metaKey && !event.altKey) act(event)
})

function showSwitch() {
  panel.hidden = false
  panel.querySelector('[data-keys-state]').textContent = isOff() ? 'off' : 'on'
  panel.querySelector('[data-keys-switch]').textContent = isOff() ? 'Turn them on' : 'Turn them off'
}

showSwitch()
panel.querySelector('[data-keys-switch]').addEventListener('click', () => {
  localStorage.setItem(OFF, isOff() ? 'no' : 'yes')
  showSwitch()
})
