// The switch of the keyboard shortcuts (WCAG 2.1.4): one for every page that has keys, and this browser remembers it.

const OFF = 'patientview-keys-off'

export const keysAreOff = () => localStorage.getItem(OFF) === 'yes'

export const withAnotherKey = (event) => event.ctrlKey || event.metaKey || event.altKey

// Shows the panel, which is hidden where there are no scripts, and lets its button turn the keys off and on.
export function offerSwitch(panel) {
  const button = panel.querySelector('[data-keys-switch]')
  const show = () => {
    panel.hidden = false
    panel.querySelector('[data-keys-state]').textContent = keysAreOff() ? 'off' : 'on'
    button.textContent = keysAreOff() ? 'Turn them on' : 'Turn them off'
  }
  button.addEventListener('click', () => {
    localStorage.setItem(OFF, keysAreOff() ? 'no' : 'yes')
    show()
  })
  show()
}
