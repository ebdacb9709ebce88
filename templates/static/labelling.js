// Keys for labelling. The page works without them; they never act while somebody types or stands on a
// button or link, and they can be turned off.
import { keysAreOff, offerSwitch, withAnotherKey } from './keys.js'

const form = document.querySelector('[data-label]')
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
  if (!keysAreOff() && !typing && !event.repeat && !withAnotherKey(event)) act(event)
})

offerSwitch(document.querySelector('[data-keys]'))
