// Runs in the page that servers send where there is none. It knows no address: the
// page may be sent for any path below the diagnostic, and for any beside it.
void (async function () {
  // A code that a server was asked for: behind "#" in any encoding, or as a part of the path or query.
  const CODE = /(?:%(?:25)*23|[/?&])((?:w|h|r|compare)(?:=|%(?:25)*3d).*)$/i
  const asked = location.pathname + location.search
  const found = CODE.exec(asked)
  const path = found ? asked.slice(0, found.index + (asked[found.index] === '/' ? 1 : 0)) : location.pathname
  let fragment = location.hash
  if (found) {
    let code = found[1]
    try {
      while (/%[0-9a-f]{2}/i.test(code)) code = decodeURIComponent(code)
    } catch {
      // A code that cannot be decoded is left to the diagnostic to judge.
    }
    fragment = '#' + code
    history.replaceState(null, '', path)
  }

  const said = [...document.querySelectorAll('main')]
  const wish = navigator.languages.find((one) => said.some(({ lang }) => one.startsWith(lang)))
  const words = said.find(({ lang }) => wish?.startsWith(lang)) ?? said[0]
  for (const one of said) one.hidden = one !== words
  document.documentElement.lang = words.lang
  document.title = words.querySelector('h1').textContent
  for (const one of words.querySelectorAll('[data-with-code]')) one.hidden = !found
  for (const one of words.querySelectorAll('[data-without-code]')) one.hidden = Boolean(found)

  // The diagnostic is in the nearest folder above that has its list of files.
  const folders = [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1)).toReversed()
  const link = words.querySelector('a')
  link.href = folders[0] + fragment
  // The address may be the link's already but for the fragment, which alone loads nothing.
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    history.replaceState(null, '', link.href)
    location.reload()
  })
  for (const folder of folders) {
    try {
      const list = await (await fetch(folder + 'offline.json')).json()
      if (!list.release) continue
      link.href = folder + fragment
      if (found) history.replaceState(null, '', folder)
      return
    } catch {
      // Not this folder.
    }
  }
})()
