import appStyles from 'embed-styles:embed-app'
import { spaceStyles } from '../../ui/app/embed-space.ts'

const SPACE = spaceStyles((kind) => (kind === 'whole' ? '.space' : '.space.' + kind))

// The host may hide the element or lay it out as it likes, so styles that must hold
// are on elements inside. Its width comes from its column, so that it takes the rest
// of a row of boxes. A box that takes its width from what is in it, as a cell or a
// dialog does, is told one, since a container has none: what it has room for, of
// invisible words.
const OUTSIDE = `:host {
  display: block;
  flex-grow: 1;
  align-self: stretch;
  justify-self: stretch;
  min-inline-size: min(100%, 280px);
}
:host([hidden]) {
  display: none;
}
.column {
  container-type: inline-size;
  contain-intrinsic-inline-size: 280px;
}
:host::before {
  content: '- - -';
  display: block;
  block-size: 0;
  visibility: hidden;
  font: 0/0 a;
  word-spacing: 300px;
}
@media print {
slot::before { content: attr(data-is) ' '; }
::slotted(a)::after,
.space > a::after {
  content: ' ' attr(href);
}
}
@media screen {
${SPACE}
}
.space.used { min-block-size: 0; }
.late {
  position: sticky;
  inset-block-end: 0;
  padding: 0.75em;
  background: var(--wash);
  border-block: 1px solid var(--rule);
}`

/** The style sheets of every element in a document: around the diagnostic, and of its first screens. */
const sheets = new WeakMap<Document, readonly CSSStyleSheet[]>()

/** A document takes no sheet that was made in another. */
function sheetIn({ defaultView }: Document, text: string): CSSStyleSheet {
  const sheet = new (defaultView ?? window).CSSStyleSheet()
  sheet.replaceSync(text)
  return sheet
}

/** Puts on the style sheet of what is around the diagnostic, or that of the diagnostic, too. */
export function wear(root: ShadowRoot, count: 1 | 2): void {
  const { ownerDocument } = root
  const made = sheets.get(ownerDocument) ?? [OUTSIDE, appStyles].map((text) => sheetIn(ownerDocument, text))
  sheets.set(ownerDocument, made)
  root.adoptedStyleSheets = made.slice(0, count)
}
