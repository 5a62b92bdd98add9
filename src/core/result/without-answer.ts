import type { ResultPart } from '../questionnaire/parts.ts'

/** Whether a host that names a canonical answer, by its slug or its address, means this one. */
export function isNamed(answer: { readonly slug: string; readonly url: string }, named: string): boolean {
  const plain = named
    .trim()
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '')
  return plain !== '' && (plain === answer.slug || plain === answer.url.replace(/\/$/, ''))
}

/** A questionnaire without the canonical answer that a host names among its recommendations. */
export function withoutAnswer(part: ResultPart, named: string): ResultPart {
  const shown = part.answers.filter((answer) => isNamed(answer, named)).map(({ slug }) => slug)
  const findings = part.questionnaire.findings.map((finding) =>
    finding.answers ? { ...finding, answers: finding.answers.filter((answer) => !shown.includes(answer)) } : finding,
  )
  return { ...part, questionnaire: { ...part.questionnaire, findings } }
}
