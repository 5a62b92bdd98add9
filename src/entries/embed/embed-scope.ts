/** The open element that holds each scope, and the place of each element when it was first opened. */
const holders = new Map<string, { readonly host: HTMLElement }>()
const places = new WeakMap<HTMLElement, string>()

/** Parameters that tell where a reader comes from, not which page it is. */
const TRACKING = /^(utm_.*|fbclid|gclid|msclkid|mc_cid|mc_eid)$/i

function pageHere(): string {
  const named = [...new URLSearchParams(location.search)].filter(([name]) => !TRACKING.test(name))
  return named.length === 0 ? location.pathname : `${location.pathname}?${new URLSearchParams(named).toString()}`
}

const scopeAt = (place: string) => `${pageHere()} ${place}`

const askedBy = (element: Element) => element.getAttribute('questionnaire') ?? ''

/** An element's id or, where it has none, its index among those of its questionnaire, which it keeps when it is moved. */
function placeOf(host: HTMLElement): string {
  const asked = askedBy(host)
  const all = [...(host.getRootNode() as ParentNode).querySelectorAll(host.localName)]
  let place = places.get(host) ?? (host.id || asked + all.filter((one) => askedBy(one) === asked).indexOf(host))
  const isTaken = () => (holders.get(scopeAt(place)) ?? { host }).host !== host
  while (isTaken()) place += '+'
  places.set(host, place)
  return place
}

/**
 * The scope under which an element keeps its run, so that the elements of one site
 * keep theirs apart: the name that the host gives, which several may share, or else
 * the page's address and the element's place on it. `leave` gives the scope up.
 */
export function takeScope(host: HTMLElement, named: string | null): { scope: string; leave: () => void } {
  if (named) return { scope: named, leave: () => undefined }
  const scope = scopeAt(placeOf(host))
  const held = { host }
  holders.set(scope, held)
  return {
    scope,
    leave() {
      if (holders.get(scope) === held) holders.delete(scope)
    },
  }
}
