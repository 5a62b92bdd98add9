import type { CanonicalAnswer, PublishedVersions, Questionnaire, Texts } from './schema.ts'

/**
 * The data that answering a questionnaire needs: no keys, no findings. The first
 * load carries nothing else of it.
 *
 * @param language of its texts, where they may stand on a page in another language
 */
export function takePart(
  questionnaire: Questionnaire,
  texts: Texts,
  answers: readonly CanonicalAnswer[],
  language?: string,
) {
  const source = answers.find(({ slug }) => slug === questionnaire.sources[0]?.answer)
  return {
    id: questionnaire.id,
    ...(language === undefined ? {} : { language }),
    version: questionnaire.version,
    title: texts.title,
    question: texts.question,
    lead: texts.lead,
    source: { slug: source?.slug ?? '', title: source?.title ?? '', url: source?.url ?? '' },
    scales: Object.fromEntries(
      Object.entries(questionnaire.scales).map(([id, { options }]) => {
        const words = texts.scales[id]
        return [
          id,
          {
            stem: words?.stem ?? '',
            cantTell: words?.cantTell ?? '',
            options: options.map((option) => words?.options[option] ?? option),
          },
        ]
      }),
    ),
    items: questionnaire.items.map(({ id, scale }) => ({ id, scale, text: texts.items[id]?.text ?? id })),
  }
}

export type TakePart = ReturnType<typeof takePart>

/** The rest of the data, which the result needs; loaded while the person answers. */
export interface ResultPart {
  /** Of its texts, where they may stand on a page in another language. */
  readonly language?: string | undefined
  readonly questionnaire: Questionnaire
  readonly texts: Texts
  readonly answers: readonly CanonicalAnswer[]
  /** The versions whose codes can be opened. */
  readonly published: PublishedVersions
}
