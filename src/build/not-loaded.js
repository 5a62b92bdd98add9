// Runs in the page as a classic script, before its own script is there: where that
// cannot be had, or does not come, the page says so, what is safe, and asks for
// everything anew.
;(function (page) {
  const PATIENCE = 8000
  const OWN = 'leadership-diagnostic.'

  // A part of the page that could not be had, or was no script, is remembered by the browser, and may be in its caches.
  function again() {
    const own = performance.getEntriesByType('resource').filter(({ name }) => name.startsWith(location.origin))
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE))
    const asked = Promise.allSettled(own.map(({ name }) => fetch(name, { cache: 'reload' })))
    void Promise.race([asked, late]).then(() => location.reload())
  }

  function kept() {
    const found = { any: 'keeps' in page.dataset, code: /[#&]r=([\w-]+)/.exec(location.hash)?.[1] }
    try {
      found.any ||= Object.keys(localStorage).some((key) => key.startsWith(OWN))
      found.code ??= JSON.parse(localStorage.getItem(OWN + 'saved-runs'))?.runs.at(-1)?.code
    } catch {
      // Storage is blocked, or what is in it cannot be read here.
    }
    return found
  }

  function say() {
    const said = document.querySelectorAll('[data-not-loaded]')
    if ('ready' in page.dataset || !said[0]) return
    const asked = new URLSearchParams(location.search).get('lang') ?? ''
    const wish = [asked, ...navigator.languages].find((one) => [...said].some(({ lang }) => one.startsWith(lang)))
    const words = [...said].find(({ lang }) => wish?.startsWith(lang)) ?? said[0]
    const { any, code } = kept()
    const show = (name, isShown) => (words.querySelector('[data-' + name + ']').hidden = !isShown)
    show('kept', any)
    show('nothing', !any && !code)
    show('code', code)
    words.querySelector('strong').textContent = code ?? ''
    words.querySelector('button').addEventListener('click', again, { once: true })
    words.hidden = false
    // The served screen is not the one to be shown, and cannot be answered. It leaves no gap, until the script comes after all.
    if ('held' in page.dataset) page.dataset.held = 'said'
  }

  const whenParsed = () => (document.readyState === 'loading' ? addEventListener('DOMContentLoaded', say) : say())
  addEventListener('error', ({ target }) => target.nodeName === 'SCRIPT' && whenParsed(), true)
  // The page's own script has come, and says that what it needs has not.
  addEventListener('not-loaded', say)
  setTimeout(say, 'held' in page.dataset ? PATIENCE / 2 : PATIENCE)
})(document.documentElement)
