// For authors of host pages: what does not work as they wrote it, and what would.

const say = (what: string) => console.warn(`<leadership-diagnostic>: ${what}`)

// The content that an author gives readers without scripts may have a heading and a link, but is shorter and
// simpler than the rest of an article.
const OF_AN_ARTICLE = 'article, footer, script, leadership-diagnostic'
const LONGEST_OWN = 600

const isOfAnArticle = (host: Element) =>
  host.querySelector(OF_AN_ARTICLE) !== null || host.textContent.replace(/\s+/g, ' ').length > LONGEST_OWN

/**
 * Written as `<leadership-diagnostic />`, the element has all that follows in it, which is then shown below.
 *
 * @returns what takes it away again
 */
function showWhatFollows(host: Element, into: Element): () => void {
  if (host.nextElementSibling || !isOfAnArticle(host)) return () => undefined
  const slot = document.createElement('slot')
  into.parentElement?.append(slot)
  say(
    'what follows in the page is inside the element, since HTML knows no “/>”. It is shown below it. Write <leadership-diagnostic></leadership-diagnostic> instead.',
  )
  return () => slot.remove()
}

const IS_LIGHT = /^rgb\(\d+, (?:1[3-9]|2)\d\d?,/

/** Light text on a picture says that the picture is dark, which nothing else does. */
function nameGround(host: HTMLElement, into: Element): void {
  const { colorScheme } = getComputedStyle(host)
  const isDark = into.querySelector('[data-scheme]') !== null || colorScheme !== 'normal'
  const beside = host.parentElement?.querySelectorAll(':scope > :is(h1, h2, h3, p)') ?? []
  if (!isDark && [...beside].some((one) => IS_LIGHT.test(getComputedStyle(one).color)))
    say(
      'there is light text beside it on a picture or a gradient, whose colours no script can read. Where that is dark, write color-scheme="dark" on it.',
    )
}

let isPlaceNamed = false

interface Suspected {
  /** One of several of its questionnaire that are told apart by their order alone. */
  readonly placed: boolean
  /** Before a picture or a gradient. */
  readonly onPicture: boolean
}

export function nameMistakes(host: HTMLElement, into: Element, scope: string, is: Suspected): () => void {
  if (is.onPicture) nameGround(host, into)
  if (scope.endsWith('+'))
    say(
      'another was added above one that was there before, so that after a reload each may go on with the run of the other. Give each an id, or a name in keep-as.',
    )
  else if (is.placed && !isPlaceNamed) {
    isPlaceNamed = true
    say(
      'several here have one questionnaire and are told apart by their order alone, so that one added above another would go on with what readers began in that. Give each an id, or a name in keep-as.',
    )
  }
  return showWhatFollows(host, into)
}

/** Named once for each page: a focus trap that cannot see into shadow roots holds Tab back on each press. */
let isTrapNamed = false

export function nameTrap(): void {
  if (isTrapNamed) return
  isTrapNamed = true
  say(
    'something on the page keeps the Tab key from moving on inside, as a focus trap does that does not look into shadow roots. Tell focus-trap tabbableOptions: { getShadowRoot: true }, or use a <dialog> with showModal().',
  )
}

export const withoutPolicy = () =>
  new Error(
    "<leadership-diagnostic>: the page’s Content-Security-Policy lets no trusted-types policy svelte-trusted-html be made, and nothing behind the first screen without it. Write trusted-types svelte-trusted-html, and 'allow-duplicates' after it where the page runs Svelte itself.",
  )
