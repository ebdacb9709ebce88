// Keys for checking what was read on paper, and the next picture loaded ahead. The page works without
// them: each field is a plain form. They can be turned off.
import { keysAreOff, offerSwitch, withAnotherKey } from './keys.js'

let ahead = null // the next picture, on its way before it is asked for
let busy = false

const find = (words) => document.querySelector(words)
const field = () => find('[data-check]')
const isChoice = () => field()?.dataset.check === 'choice'
const box = () => find('[data-check] textarea, [data-check] input[type=text]')
const press = (value) => find(`[data-answer] button[value=${value}]`)?.click()
const undo = () => find('[data-undo] button')?.click()

// The answer goes out and the next field comes in without a page being built anew: the picture is here already.
async function send(form, button) {
  if (busy) return
  busy = true
  const said = new FormData(form, button)
  try {
    const answer = await fetch(form.action, { method: 'POST', body: said, credentials: 'same-origin' })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const main = page.querySelector('main')
    if (!main || !(page.querySelector('[data-check]') || page.querySelector('[data-keys]'))) {
      location.reload()
      return
    }
    show(main, page.title)
  } catch {
    location.reload()
  } finally {
    busy = false
  }
}

function show(main, title) {
  find('main').replaceWith(document.adoptNode(main))
  document.title = title
  begin()
  if (isChoice() || !box()) (find('[data-question]') ?? find('h1'))?.focus()
  else box().focus()
}

// Puts the picture that came ahead in its place, and sends for the one after it.
function begin() {
  const shown = find('[data-crop]')
  if (ahead && shown && ahead.dataset.crop === shown.dataset.crop) {
    ahead.alt = shown.alt
    shown.replaceWith(ahead)
  }
  ahead = null
  const next = find('[data-ahead]')
  if (next) {
    ahead = new Image()
    ahead.dataset.crop = next.dataset.ahead
    ahead.src = next.dataset.src
  }
  const panel = find('[data-keys]')
  if (!panel) return
  panel.querySelector('[data-keys-show]').addEventListener('click', () => find('[data-keys-sheet]').showModal())
  offerSwitch(panel)
}

function choose(at) {
  const radios = [...document.querySelectorAll('[data-answer] input[type=radio]')]
  const radio = typeof at === 'number' ? radios[at] : radios.find((one) => one.value === at)
  // A figure beyond the printed answers is no answer.
  if (!radio || (typeof at === 'number' && ['nothing', '?'].includes(radio.value))) return
  radio.checked = true
  press('mine')
}

function act(event) {
  if (isChoice() && /^[1-6]$/.test(event.key)) choose(Number(event.key) - 1)
  else if (isChoice() && event.key === '0') choose('nothing')
  else if (isChoice() && event.key === 'x') choose('?')
  else if (event.key === 's') press('skip')
  else if (event.key === 'u') undo()
  else if (event.key === '?') find('[data-keys-sheet]').showModal()
  else if (event.key === 'Escape' && box()) box().focus()
  // On a button or a link, Enter presses that one.
  else if (event.key === 'Enter' && !event.target.closest('button, a, summary')) press('mine')
  else return
  event.preventDefault()
}

function whileWriting(event) {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) press('mine')
  else if (event.key === 'Escape') find('[data-question]').focus()
  else return
  event.preventDefault()
}

document.addEventListener('keydown', (event) => {
  if (keysAreOff() || event.repeat || withAnotherKey(event) || event.target.closest('dialog[open]')) return
  if (event.target === box()) whileWriting(event)
  else act(event)
})

document.addEventListener('submit', (event) => {
  if (!event.target.matches('[data-answer], [data-undo], main form[action*="/undo/"]')) return
  event.preventDefault()
  send(event.target, event.submitter)
})

begin()
if (!isChoice()) box()?.focus()
