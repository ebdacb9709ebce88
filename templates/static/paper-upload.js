// Sends files one at a time with a bar for each, and goes on after a lost connection. Without this the form
// sends all files at once. That files can be dropped is the file field's own doing.
const form = document.querySelector('[data-upload]')
const input = form.querySelector('input[type=file]')
const list = form.querySelector('[data-sending]')
const problem = form.querySelector('[data-problem]')
const status = form.querySelector('[data-said]')
const button = form.querySelector('button[type=submit]')
const most = Number(input.dataset.most)
const tries = 60 // about half an hour of a connection that is away

const wait = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000))

function complain(text) {
  problem.textContent = text
  problem.hidden = !text
  // The file field puts a button in the place of the input.
  if (text) (document.getElementById(input.id.replace(/-input$/, '')) ?? input).focus()
}

function tooLarge(files) {
  const large = files.filter((file) => file.size > most).map((file) => file.name)
  if (!large.length) return ''
  const they = large.length === 1 ? 'This file is' : 'These files are'
  return `${they} larger than 200 MB: ${large.join(', ')}. Scan in smaller parts, or leave it out.`
}

function row(file) {
  const item = document.createElement('li')
  const label = document.createElement('label')
  const bar = document.createElement('progress')
  bar.id = `sending-${list.children.length}`
  label.htmlFor = bar.id
  label.textContent = file.name
  bar.max = 1
  bar.value = 0
  item.append(label, bar)
  list.append(item)
  return { say: (text) => { label.textContent = `${file.name}: ${text}` }, bar }
}

// What the server answered; null when nobody answered.
function post(address, body, moved) {
  return new Promise((done) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.setRequestHeader('Accept', 'application/json')
    request.upload.addEventListener('progress', (event) => event.lengthComputable && moved(event.loaded / event.total))
    request.addEventListener('load', () => done({ status: request.status, text: request.responseText }))
    for (const kind of ['error', 'abort', 'timeout']) request.addEventListener(kind, () => done(null))
    request.send(body)
  })
}

async function insist(address, body, moved, away) {
  for (let number = 1; number <= tries; number += 1) {
    const answer = await post(address, body(), moved)
    if (answer && answer.status < 500) return answer
    away()
    await wait(Math.min(number * 2, 30))
  }
  return null
}

function fields() {
  const body = new FormData(form)
  body.delete(input.name)
  return body
}

async function openBatch() {
  const body = fields()
  body.append('later', '1')
  return insist(form.action || location.href, () => body, () => {}, () => {
    status.textContent = 'The connection is away. We try again by ourselves.'
  })
}

async function sendOne(file, address) {
  const { say, bar } = row(file)
  const body = () => {
    const one = new FormData()
    one.append('csrfmiddlewaretoken', form.querySelector('[name=csrfmiddlewaretoken]').value)
    one.append('files', file)
    return one
  }
  const answer = await insist(address, body, (share) => { bar.value = share }, () => say('the connection is away, we try again'))
  if (!answer || answer.status >= 400) {
    say('not sent. Send it again')
    return false
  }
  bar.value = 1
  const [told] = JSON.parse(answer.text).files
  say(told.why || 'sent')
  return !told.why
}

async function send(files) {
  const opened = await openBatch()
  if (opened?.status === 422) {
    complain(Object.values(JSON.parse(opened.text).problems).flat().join(' '))
    return
  }
  if (opened?.status !== 201) {
    complain('Nothing was sent. Load this page again and send the files once more.')
    return
  }
  const { page, add } = JSON.parse(opened.text)
  list.hidden = false
  let all = true
  for (const [number, file] of files.entries()) {
    status.textContent = `Sending file ${number + 1} of ${files.length}`
    all = (await sendOne(file, add)) && all
  }
  status.textContent = all ? 'All files are sent.' : 'Not every file was taken: see above, and go on to the batch.'
  if (all) {
    location.assign(page)
    return
  }
  const link = document.createElement('a')
  link.href = page
  link.textContent = 'Go on to the batch'
  status.append(' ', link)
  link.focus()
}

form.addEventListener('submit', async (event) => {
  const files = [...input.files]
  const large = tooLarge(files)
  complain(large)
  if (large) {
    event.preventDefault()
    return
  }
  if (!files.length) return
  event.preventDefault()
  button.disabled = true
  await send(files)
  button.disabled = false
})

input.addEventListener('change', () => complain(tooLarge([...input.files])))
