// Marks at the press of a button, and the letter as it reads while it is typed. The page works without it.
const form = document.querySelector('[data-letter-form]')
const box = form?.querySelector('textarea')
const tools = form?.querySelector('[data-letter-tools]')
const preview = document.querySelector('[data-letter-preview]')
const PAUSE = 600 // milliseconds without a key
let saved = box?.value
let asked = 0
let timer

// Through the browser's own editing where it can, so that undo takes a mark back.
function replace(start, end, words) {
  box.focus()
  box.setSelectionRange(start, end)
  if (!document.execCommand('insertText', false, words)) box.setRangeText(words, start, end, 'end')
  box.dispatchEvent(new Event('input'))
}

function lines() {
  const start = box.value.lastIndexOf('\n', box.selectionStart - 1) + 1
  const end = box.value.indexOf('\n', box.selectionEnd)
  return { start, end: end < 0 ? box.value.length : end }
}

const bare = (line) => line.replace(/^(#{1,3}|[-*•]|\d{1,3}[.)])\s+/, '')

function markLines(mark) {
  const { start, end } = lines()
  const before = box.value.slice(start, end).split('\n')
  const marked = before.map((line, number) => mark(number) + bare(line))
  const all = marked.every((line, number) => line === before[number])
  const words = (all ? before.map(bare) : marked).join('\n')
  replace(start, end, words)
  box.setSelectionRange(words.includes('\n') ? start : start + words.length, start + words.length)
}

function bold() {
  const { selectionStart: start, selectionEnd: end } = box
  const words = box.value.slice(start, end)
  if (/^\*\*.+\*\*$/s.test(words)) return replace(start, end, words.slice(2, -2))
  replace(start, end, `**${words}**`)
  box.setSelectionRange(start + 2, start + 2 + words.length)
}

const MARKS = {
  heading: () => markLines(() => '## '),
  bullets: () => markLines(() => '- '),
  numbers: () => markLines((number) => `${number + 1}. `),
  bold,
}

async function show() {
  const mine = ++asked
  const answer = await fetch(preview.dataset.letterPreview, { method: 'POST', body: new FormData(form) }).catch(() => null)
  // The words come back from our own page, escaped there; an older answer never replaces a newer one.
  if (answer?.ok && mine === asked) preview.innerHTML = await answer.text()
}

if (box) {
  tools.hidden = false
  for (const button of tools.querySelectorAll('[data-mark]')) {
    button.addEventListener('click', () => MARKS[button.dataset.mark]())
  }
  box.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 'b') {
      event.preventDefault()
      bold()
    }
  })
  box.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(show, PAUSE)
  })
  form.addEventListener('submit', () => { saved = box.value })
  addEventListener('beforeunload', (event) => {
    if (box.value !== saved) event.preventDefault()
  })
}
