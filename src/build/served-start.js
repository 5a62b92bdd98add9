// Runs in the console's page before its first paint, as a classic script: shows the
// start in the person's language, unless the address leads to another screen.
;(function (starts, wishes) {
  if (location.hash.length > 1) return
  const languages = wishes.map((wish) => wish?.toLowerCase().split('-')[0])
  const wished = languages.find((language) => starts.some(({ lang }) => lang === language))
  const shown = starts.find(({ lang }) => lang === wished) ?? starts[0]
  shown.hidden = false
})(
  [...document.querySelectorAll('[data-start]')],
  [new URLSearchParams(location.search).get('lang'), ...navigator.languages],
)
