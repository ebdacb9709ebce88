// How far the reading is, asked every two seconds. Without this the page says how to look again.
const box = document.querySelector('[data-progress]')
const bar = box.querySelector('progress')
const say = (name, text) => {
  const place = box.querySelector(`[data-${name}]`)
  if (place) place.textContent = text
}

async function look() {
  try {
    const answer = await fetch(box.dataset.progress, { headers: { Accept: 'application/json' } })
    if (!answer.ok) return
    const batch = await answer.json()
    bar.max = batch.pages || 1
    bar.value = batch.read
    say('read', batch.read.toLocaleString('en-GB'))
    say('pages', batch.pages.toLocaleString('en-GB'))
    if (!batch.files_waiting) say('more', '')
    if (batch.done) {
      location.reload()
      return
    }
  } catch {
    // The connection is away: look again.
  }
  setTimeout(look, 2000)
}

setTimeout(look, 2000)
