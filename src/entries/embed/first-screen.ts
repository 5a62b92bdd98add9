import { buildMarkup } from './build-markup.ts'
import { keepEarlyInput, type EarlyInput } from './early-input.ts'
import { PAGE, RECIPIENT, type Change, type Opening, type Screens } from '../../ui/embed/screens.ts'

/** A first screen that is shown before the application is there. */
export interface FirstScreen extends EarlyInput {
  readonly frame: HTMLElement
}

/** What a host's page makes of the first screen. */
export interface FirstWish {
  readonly opening: Opening
  /** Whether the reader's vantage is chosen by the host. */
  readonly vantage: string | null
  /** The recipient of the scores, where there is one. */
  readonly recipient: string | null
  readonly page: string
  /** The canonical answer that the host's page shows. */
  readonly answer: string | null
  readonly linkTarget: string
  /** The level of its heading in the host's outline. */
  readonly level: string
}

/** Whether the host's page shows this canonical answer: as core/result/without-answer.ts has it, in a module of its own. */
export const isShown = ({ slug, url }: Screens['source'], named: string): boolean =>
  [slug, url.replace(/\/$/, '')].includes(named.trim().replace(/\/?([?#].*)?$/, ''))

/** What the diagnostic is in, inside the element. */
export function frameIn(language: string, direction: string): HTMLElement {
  const frame = document.createElement('div')
  frame.className = 'in-host'
  frame.part.add('diagnostic')
  frame.lang = language
  frame.dir = direction
  return frame
}

/** What is chosen on a first screen, as a fragment for the diagnostic's own page. */
export function chosenIn(frame: HTMLElement): string {
  const chosen = frame.querySelector<HTMLInputElement>('[name=vantage]:checked')?.value
  return chosen && chosen !== 'not-said' ? `#vantage=${chosen}` : ''
}

/** Builds the first screen into its frame. */
export function showFirst(frame: HTMLElement, screens: Screens, wish: FirstWish): FirstScreen {
  const { opening, vantage, recipient, page, answer, linkTarget, level } = wish
  const [markup, told, seated, sourceShown] = screens[opening]
  const changes: (Change | null | false)[] = [
    recipient !== null && told,
    vantage !== null && seated,
    answer !== null && isShown(screens.source, answer) && sourceShown,
  ]
  let changed = markup
  // From the end, so that what comes before keeps its place.
  for (const change of changes.filter((one) => !!one).toSorted((one, other) => other[0] - one[0]))
    changed = changed.slice(0, change[0]) + change[2] + changed.slice(change[1])
  buildMarkup(changed.replace(RECIPIENT, recipient ?? ''), frame)
  frame.querySelector('h1')?.setAttribute('aria-level', level)
  for (const link of frame.querySelectorAll('a')) {
    if (link.getAttribute('href') === PAGE) link.href = page
    else if (link.dataset['answer']) link.target = linkTarget
  }
  for (const radio of frame.querySelectorAll<HTMLInputElement>('[name=vantage]'))
    radio.defaultChecked = radio.value === vantage
  return { frame, ...keepEarlyInput(frame) }
}
