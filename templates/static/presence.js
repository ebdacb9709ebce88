// Says every half minute that this page of a case is still open, and shows which colleagues have it open too.
// Without it a page says so once, when it is read, and that lasts two minutes.
const EVERY = 30_000

const place = document.querySelector('[data-here]')

async function say() {
  const body = new URLSearchParams({ csrfmiddlewaretoken: place.dataset.token })
  try {
    // Whoever was signed out meanwhile would be led to a page that does not belong here.
    const answer = await fetch(place.dataset.here, { method: 'POST', body, redirect: 'error' })
    if (!answer.ok) return
    const words = (await answer.text()).trim()
    // Screen readers read out what changes: only what is new may change.
    if (words !== place.innerHTML.trim()) place.innerHTML = words
  } catch {
    // The network may be back in half a minute.
  }
}

if (place) setInterval(say, EVERY)
