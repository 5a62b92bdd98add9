// Runs in the page before its first paint, as a classic script, so it is short:
// a page that will show something else than what was served waits for it, and a
// press before the application is ready is remembered.
;(function (page, pressed) {
  try {
    const wish = navigator.languages.find((language) => /^({languages})\b/i.test(language)) ?? page.lang
    if (!wish.startsWith(page.lang) || location.hash || location.search || localStorage.getItem('{key}'))
      page.dataset.held = ''
  } catch {
    // Storage is blocked: what was served is what will be shown.
  }
  // Sending the form would drop the application that is still on its way.
  addEventListener(
    'submit',
    (event) => {
      if ('ready' in page.dataset) return
      event.preventDefault()
      page.dataset.begun = ''
    },
    true,
  )
  addEventListener('pointerdown', () => (pressed = true), true)
  addEventListener('keydown', () => (pressed = false), true)
  addEventListener(
    'click',
    ({ target }) => pressed && target.name === 'vantage' && (page.dataset.pressed = target.value),
    true,
  )
})(document.documentElement)
