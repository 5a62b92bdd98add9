import { isConceptItem } from '../../core/questionnaire/lookup.ts'
import { CANT_TELL } from '../../core/response/response.ts'
import { ResultView } from '../result/result-view.ts'
import { previewTexts } from '../locales/en/preview.ts'
import { edgeResponses, type Edge } from './edge-responses.ts'
import type { Column, Entry, Section, TextRow } from './entries.ts'

const { edgeLabels: labels, edges } = previewTexts

interface Line {
  readonly label: string
  readonly text: string
}

const isShown = ({ text }: Line) => text !== ''

/** Texts that depend on the number of statements and concepts, but not on the answers. */
function linesOfAll({ questionnaire, texts, assessment }: ResultView): Line[] {
  const { concepts, lens } = assessment
  return [
    ...texts.method
      .paragraphs(concepts.length, concepts[0]?.items ?? 0, lens.length, questionnaire.opposites.length > 0)
      .map((text) => ({ label: labels.method, text })),
    ...(lens.length > 0 ? [{ label: labels.lens, text: texts.lens.about(lens.length) }] : []),
  ]
}

function linesOf(view: ResultView): Line[] {
  const { assessment, response, texts, questionnaire } = view
  const { headline, caveats, concepts, examine, lens, qualityFindings, unanswered, unseen, visibility } = assessment
  const asked = questionnaire.items.filter(isConceptItem)
  const isOnScale = ({ id }: { readonly id: string }) => typeof response.answers[id] === 'number'
  const answered = asked.filter(isOnScale).length
  const cantTell = asked.filter(({ id }) => response.answers[id] === CANT_TELL).length
  const summaries = view.pathSummaries
  const words = headline && view.findingText(headline)
  return [
    { label: labels.headline, text: words?.text ?? '' },
    { label: labels.reason, text: words?.reason ?? '' },
    ...caveats.map((caveat) => ({ label: labels.caveat, text: view.findingText(caveat).text })),
    {
      label: labels.basis,
      text: texts.basis(
        answered,
        asked.length,
        cantTell,
        asked.length - answered - cantTell,
        lens.filter(({ step }) => step !== null).length,
        lens.length,
      ),
    },
    { label: labels.scores, text: texts.scores(concepts.map((concept) => view.scoreInBrief(concept))) },
    ...concepts.flatMap((concept) => [
      {
        label: labels.path(concept.concept),
        text: summaries.find(({ id }) => id === concept.concept)?.summary ?? '',
      },
      {
        label: labels.score(concept.concept),
        text: [view.scoreInWords(concept), view.figures(concept), view.standingOf(concept)].filter(Boolean).join(' '),
      },
    ]),
    { label: labels.examine, text: examine.nothing === null ? '' : texts.examine.none[examine.nothing] },
    {
      label: labels.examine,
      text:
        examine.unseen.length === 0
          ? ''
          : texts.examine.unseen(
              examine.unseen.map(({ constraint }) => view.part.texts.constraints[constraint]?.name ?? constraint),
            ),
    },
    {
      label: labels.unseen,
      text:
        unseen.length === 0
          ? texts.unseen.line(0, asked.length)
          : `${texts.unseen.some(unseen.length, asked.length)} ${texts.unseen.means}`,
    },
    ...visibility.map((finding) => ({ label: labels.visibility, text: view.findingText(finding).text })),
    { label: labels.skipped, text: unanswered === 0 ? '' : texts.unseen.skipped(unanswered) },
    ...qualityFindings.map((finding) => ({ label: labels.quality, text: view.findingText(finding).text })),
  ]
}

/** The interface's own texts for this questionnaire, where their form changes with the answers. */
export function interfaceSection(columns: readonly [Column, ...Column[]]): Section {
  const responses = edgeResponses(columns[0].part.questionnaire)
  const entry = (edge: Edge | 'always', linesIn: (view: ResultView) => Line[]): Entry => {
    const response = responses[edge === 'always' ? 'level' : edge]
    const lines = columns.map(({ part, interfaceTexts }) => linesIn(new ResultView(part, interfaceTexts, response)))
    // The same response gives the same lines in every language, in other words.
    const rows = lines[0]!.flatMap((line, index): TextRow[] => {
      const inEach = lines.map((own) => own[index] ?? { label: '', text: '' })
      return inEach.some(isShown) ? [{ label: line.label, texts: inEach.map(({ text }) => text || null) }] : []
    })
    return { id: `edge-${edge}`, title: edges[edge], rows }
  }
  return {
    id: 'interface',
    title: previewTexts.sections.interface,
    entries: [entry('always', linesOfAll), ...(Object.keys(responses) as Edge[]).map((edge) => entry(edge, linesOf))],
  }
}
