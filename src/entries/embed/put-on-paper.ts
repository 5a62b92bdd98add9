import type { TakePart } from '../../core/questionnaire/parts.ts'
import type { Embed } from './embed-app.ts'
import type { Language } from '../../ui/locales/index.ts'

/** On paper there is nothing to answer: a sentence and a link, or else the result. */
const PAPER = `.papered { display: none; }
@media print {
  .space:not(:has([part='result'])) > .in-host { display: none; }
  .space:not(:has([part='result'])) + .papered { display: block; }
}`

export interface OnPaper {
  readonly say: (part: Pick<TakePart, 'title' | 'question'>, language: Language) => void
  readonly end: () => void
}

/** A document takes no sheet that was made in another. */
export function wearToo(root: ShadowRoot, text: string): CSSStyleSheet {
  const made = new (root.ownerDocument.defaultView ?? window).CSSStyleSheet()
  made.replaceSync(text)
  root.adoptedStyleSheets.push(made)
  return made
}

/** Puts beside the diagnostic what is printed where nothing was answered: which questionnaire it is, and its address. */
export function putOnPaper(root: ShadowRoot, { into, page, shared }: Pick<Embed, 'into' | 'page' | 'shared'>): OnPaper {
  // Of an opening that failed.
  root.querySelector('.papered')?.remove()
  const paper = document.createElement('p')
  paper.className = 'papered'
  into.after(paper)
  wearToo(root, PAPER)
  return {
    say({ title, question }, language) {
      const link = document.createElement('a')
      link.href = link.textContent = page
      paper.replaceChildren(`${shared[language]} ${title}. ${question} `, link)
      paper.lang = language
    },
    end: () => paper.remove(),
  }
}
