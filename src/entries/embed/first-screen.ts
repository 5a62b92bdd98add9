import { SEATS, TARGETS } from 'embed-attributes:element'
import { buildMarkup } from './build-markup.ts'
import { keepEarlyInput, type EarlyInput } from './early-input.ts'
import { takeLook } from './take-look.ts'
import type { Language } from '../../ui/locales/index.ts'
import type { EmbedOptions } from '../../ui/embed/contract.ts'
import { PAGE, RECIPIENT, type Change, type Screens } from '../../ui/embed/screens.ts'

/** A first screen that is shown before the application is there. */
export interface FirstScreen extends EarlyInput {
  readonly frame: HTMLElement
}

/** Whether the host's page shows this canonical answer: as core/result/without-answer.ts has it, in a module of its own. */
export const isShown = ({ slug, url }: Screens['source'], named: string): boolean =>
  [slug, url.replace(/\/$/, '')].includes(named.trim().replace(/\/?([?#].*)?$/, ''))

/** The vantage chosen on a first screen, as a fragment for the diagnostic's own page; empty for none. */
export function chosenIn(frame: HTMLElement): string {
  const chosen = frame.querySelector<HTMLInputElement>('[name=vantage]:checked')?.value
  return chosen && chosen !== 'not-said' ? `#vantage=${chosen}` : ''
}

/**
 * Builds the first screen into the element, as the host asked for it.
 *
 * @param page the page that links lead to
 * @param recipient who gets the scores, where they are shared and that can be told
 */
export function showFirst(
  host: HTMLElement,
  space: HTMLElement,
  screens: Screens,
  language: Language,
  options: EmbedOptions,
  page: string,
  recipient: string,
): FirstScreen {
  const frame = document.createElement('div')
  frame.className = 'in-host'
  frame.part.add('diagnostic')
  frame.lang = language
  frame.dir = screens.direction
  takeLook(frame, host, options)
  const { answer, variant } = options
  const opening = variant === 'teaser' ? variant : options.start === 'item' ? 'item' : 'whole'
  const vantage = SEATS.find((seat) => seat === options.vantage)
  const [markup, told, seated, sourceShown] = screens[opening]()
  const changes: (Change | null | false)[] = [
    recipient !== '' && told,
    !!vantage && seated,
    answer !== null && isShown(screens.source, answer) && sourceShown,
  ]
  let changed = markup
  // From the end, so that what comes before keeps its place.
  for (const change of changes.filter((one) => !!one).toSorted((one, other) => other[0] - one[0]))
    changed = changed.slice(0, change[0]) + change[2] + changed.slice(change[1])
  buildMarkup(changed.replace(RECIPIENT, recipient), frame)
  frame.querySelector('h1')?.setAttribute('aria-level', options['heading-level'] ?? '2')
  for (const link of frame.querySelectorAll('a')) {
    if (link.getAttribute('href') === PAGE) link.href = page
    else if (link.dataset['answer'])
      link.target = TARGETS.find((target) => target === options['link-target']) ?? '_blank'
  }
  for (const radio of frame.querySelectorAll<HTMLInputElement>('[name=vantage]'))
    radio.defaultChecked = radio.value === vantage
  space.replaceChildren(frame)
  // Where its end is out of view, it may take its own height at once: said in a frame, which lays it out anyway.
  requestAnimationFrame(() => {
    if (frame.getBoundingClientRect().bottom >= innerHeight) space.classList.add('used')
  })
  return { frame, ...keepEarlyInput(frame) }
}
