// Every page works without this: it brings NHS.UK frontend's own behaviour and the print button.
import { initAll } from './nhsuk/nhsuk-frontend-10.6.1.min.js'

initAll()

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}
