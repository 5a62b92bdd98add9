import type { EmbedEvents, Taken } from '../../../public/embed.d.ts'
import type { TakePart } from '../../core/questionnaire/parts.ts'
import type { EmbedOptions } from '../../ui/embed/contract.ts'
import type { Embedding } from '../../ui/parts/surface.ts'
import type { Language } from '../../ui/locales/index.ts'
import type { FirstScreen } from './first-screen.ts'
import type { FramedBy } from './hand-off.ts'
import { isPolicyOurs } from './is-policy-ours.ts'
import { isOnPicture } from './is-on-picture.ts'
import { makePolicy, type Policy } from './make-policy.ts'
import { putOnPaper, wearToo, type OnPaper } from './put-on-paper.ts'

/** One diagnostic in a host's page. */
export interface EmbeddedApp {
  /** Switches to another language or colour scheme. A change of any other option needs a new start. */
  change(options: EmbedOptions): void
  end(): void
}

/** A closer look, by another questionnaire. */
export interface Dive {
  readonly to: string
  readonly vantage: string | null
  /** The title of the questionnaire that it is opened from. */
  readonly from: string
}

export interface Embed {
  readonly host: HTMLElement
  /** The element that reserves its space, with the host's own content in it. */
  readonly into: HTMLElement
  /** The questionnaire to take, by its id or its address. */
  readonly wanted: string
  /** The parts it needs, where they are asked for already: first the one that is answered, if it has this language. */
  readonly all: Promise<readonly [{ readonly default: TakePart } | undefined, ...unknown[]]> | undefined
  /** The values that every opening of one script is given, also where another try has another script open it. */
  readonly shared: Shared
  /** The key that its run is kept under. */
  readonly scope: string
  /** The first screen that is shown until now; `null` where there is none. */
  readonly first: () => FirstScreen | null
  /** Called when all is there and waits for a reader behind the first screen, with what goes on meanwhile. */
  readonly waits: (app: EmbeddedApp) => void
  /** Opens a closer look in the place of this. */
  readonly dive: (dive: Dive) => void
  /** The way back from a closer look. */
  readonly back: Embedding['back']
  /** Gives a frame the host's font and colour scheme. */
  readonly dress: (frame: HTMLElement, options: EmbedOptions) => void
  /** The address of the page that links lead to, without a fragment. */
  readonly page: string
  /** The address that the host leads to under a result. */
  readonly action: string | null
  readonly options: EmbedOptions
  /** The options at the end of loading: the host may have asked for another language or other colours meanwhile. */
  readonly latest: () => EmbedOptions
  /** The language for a value of the host's `lang`. */
  readonly speaks: (lang: string | null) => Language
  /** The site that gets the scores, if they are shared. */
  readonly recipient: string
  /** The page around the frame that this is in; `null` outside a frame. */
  readonly framedBy: FramedBy | null
  /** Whether this opening has not been overtaken by another. */
  readonly isCurrent: () => boolean
}

/** The words that are printed before the address, by language, and the policy, once it is made. */
export type Shared = Readonly<Record<Language, string>> & { policy?: Policy | undefined }

/** The surroundings that are there before the diagnostic runs, and stay. */
export interface Standing {
  readonly say: <Name extends keyof EmbedEvents>(name: Name, detail: EmbedEvents[Name]['detail']) => void
  readonly takenOf: (part: TakePart) => Taken
  /** Says once that it can be used, to the host and, where it is put wrongly, to its author. */
  readonly sayReady: (taken: Taken) => void
  /** The policy that Svelte writes markup with; `undefined` where it makes its own, or nothing demands one. */
  readonly policy: Policy | undefined
  readonly paper: OnPaper
  readonly wear: (styles: string) => CSSStyleSheet
  /** Ends the listeners on the first screen. */
  readonly early: AbortController
  /** Calls to be made at the end. */
  readonly ends: (() => void)[]
  readonly end: () => void
}

const run = () => import('./embed-run.ts')

/**
 * Resolves once what runs is fetched, which links have asked for: not run, or browsers that know no such links run it.
 *
 * @throws where it could not be loaded
 */
function whenFetched(root: ShadowRoot): Promise<unknown> {
  const all = [...root.querySelectorAll('link')]
  if (!all[0]?.relList.supports('modulepreload')) return run()
  return Promise.all(
    all.map((asked) => {
      // It may have said so before anybody listened.
      const link = asked.cloneNode() as HTMLLinkElement
      return new Promise((resolve) => {
        link.addEventListener('load', resolve)
        link.addEventListener('error', () => resolve(run()))
        asked.replaceWith(link)
      }).finally(() => link.remove())
    }),
  )
}

/**
 * Opens the diagnostic in an element's shadow root: at once, or behind its first screen when a reader may answer it.
 * Most who read an article never do, and what is behind it takes processor time and memory. `null` where another
 * opening has overtaken it.
 *
 * @throws where something could not be loaded; the host's own content stays.
 */
export async function openEmbed(embed: Embed): Promise<EmbeddedApp | null> {
  const { host, into, shared, options, scope, speaks, isCurrent } = embed
  const root = into.getRootNode() as ShadowRoot
  const language = speaks(options.lang)
  if (isPolicyOurs) await makePolicy(shared)
  const part = (await embed.all)?.[0]?.default
  if (part && embed.first()) await whenFetched(root)
  if (!isCurrent()) return null

  let isReady = false
  const paper = putOnPaper(root, embed)
  const ends = [paper.end]
  const standing: Standing = {
    say: (name, detail) => host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true })),
    takenOf: ({ id, version, items }) => ({
      questionnaire: id,
      version,
      items: items.length,
      ...(options.campaign ? { campaign: options.campaign } : {}),
    }),
    sayReady(taken) {
      if (isReady) return
      isReady = true
      standing.say('diagnostic-ready', taken)
      const suspected = {
        placed: !host.id && !options['keep-as'] && !scope.endsWith('0'),
        onPicture: isOnPicture(host),
      }
      if (host.children.length > 1 || scope.endsWith('+') || suspected.placed || suspected.onPicture)
        void import('./remedies.ts')
          .then(({ nameMistakes }) => isCurrent() && ends.push(nameMistakes(host, into, scope, suspected)))
          .catch(() => undefined)
    },
    policy: shared.policy,
    paper,
    wear: (styles) => wearToo(root, styles),
    early: new AbortController(),
    ends,
    end() {
      for (const each of ends) each()
      into.replaceChildren(document.createElement('slot'))
    },
  }

  const first = embed.first()
  const sign = first?.wanted()
  // A screen that a translator has changed is built anew, before anybody presses it.
  if (part && first && sign && !first.frame.querySelector('font')) {
    const { frame } = first
    const taken = standing.takenOf(part)
    paper.say(part, language)
    // That it was late.
    frame.nextElementSibling?.remove()
    let begin = () => undefined as void
    const isOther = new Promise<void>((resolve) => (begin = resolve))
    const watching = new MutationObserver(begin)
    watching.observe(frame, { childList: true, characterData: true, subtree: true })
    // A press may be over before the rest runs.
    const sayLink = ({ target }: Event) => {
      const link = (target as Element).closest<HTMLAnchorElement>('a[data-answer]')
      if (link) standing.say('diagnostic-link', { ...taken, answer: link.dataset['answer']!, url: link.href })
    }
    frame.addEventListener('click', sayLink, standing.early)
    embed.waits({
      change(next) {
        embed.dress(frame, next)
        if (speaks(next.lang) !== language) begin()
      },
      end: standing.end,
    })
    standing.sayReady(taken)
    await Promise.race([sign, isOther])
    watching.disconnect()
  }
  try {
    const { runEmbed } = await run()
    return isCurrent() ? await runEmbed(embed, standing) : null
  } catch (error) {
    // Whatever replaces a screen that nobody has used has a link of its own; a screen that stays is not printed.
    if (embed.first()?.wanted() !== null) paper.end()
    throw error
  }
}
