// Keys for the queue. Every page works without them; they never act while somebody types,
// and they can be turned off.
import { keysAreOff, offerSwitch, withAnotherKey } from './keys.js'

const rows = [...document.querySelectorAll('[data-case]')]
const form = document.getElementById('cases')
const panel = document.querySelector('[data-keys]')
const sheet = document.querySelector('[data-keys-sheet]')
let afterG = false

const opener = (row) => row?.querySelector('[data-open]')
const box = (row) => row?.querySelector('input[name=case]')
const current = () => rows.find((row) => row.contains(document.activeElement))

function move(steps) {
  const at = rows.indexOf(current())
  const to = at < 0 ? rows[steps > 0 ? 0 : rows.length - 1] : rows[at + steps]
  opener(to)?.focus()
  to?.scrollIntoView({ block: 'nearest' })
}

function tick(row) {
  if (box(row)) box(row).checked = !box(row).checked
}

function assignToMe() {
  const ticked = rows.some((row) => box(row)?.checked)
  if (!ticked) tick(current())
  if (ticked || current()) form.querySelector('button[value=me]')?.click()
}

function sayThatTheyArrived() {
  if (rows.some((row) => box(row)?.checked)) document.querySelector('[data-say]')?.click()
}

function tickAll() {
  const all = rows.every((row) => box(row)?.checked)
  for (const row of rows) if (box(row)) box(row).checked = !all
}

function search(event) {
  event.preventDefault()
  const field = document.getElementById('id_q')
  field?.focus()
  field?.select()
}

const KEYS = {
  j: () => move(1),
  k: () => move(-1),
  o: () => opener(current())?.click(),
  x: () => tick(current()),
  t: tickAll,
  a: assignToMe,
  s: sayThatTheyArrived,
  u: () => document.querySelector('[data-undo]')?.click(),
  '/': search,
  '?': () => sheet.showModal(),
}

function typing(event) {
  return event.target.closest('input:not([type=checkbox]), textarea, select, [contenteditable], dialog[open]')
}

document.addEventListener('keydown', (event) => {
  if (keysAreOff() || withAnotherKey(event) || typing(event)) return
  if (afterG && event.key === 'q') location.assign('/queue/')
  else KEYS[event.key]?.(event)
  afterG = event.key === 'g'
})

document.addEventListener('focusin', () => {
  for (const row of rows) row.setAttribute('aria-current', row === current())
})

document.querySelector('[data-select-all]')?.addEventListener('click', (event) => {
  event.preventDefault()
  tickAll()
})

if (panel) {
  panel.querySelector('[data-keys-show]').addEventListener('click', () => sheet.showModal())
  offerSwitch(panel)
}
