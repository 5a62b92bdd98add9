/**
 * Why something is suppressed. The interface turns each into a sentence. The codes
 * and the field `shown` are in files that people export, so they must not change.
 *
 * - `too-few`: fewer people than the smallest group.
 * - `no-level`: the people who did not say their level are never a group of their own.
 * - `would-reveal-others`: with it, what is released elsewhere would tell about a small group.
 * - `one-answer`: a group, or the people who joined, answered so nearly alike that the figure would tell single answers.
 * - `too-few-for-spread`: enough people for a mean, too few for numbers about how they differ.
 * - `too-few-new`: too few have joined since an earlier view of the same figure.
 * - `others-left`: somebody who was in an earlier view of the same figure is not in this one.
 * - `near-end`: beside another figure, the difference would place some people near an end of the scale more exactly than may be said of so few.
 * - `at-end`: the mean is released as lying at an end of the scale, and this would place it more exactly.
 */
export type WhySuppressed =
  | 'too-few'
  | 'no-level'
  | 'would-reveal-others'
  | 'one-answer'
  | 'too-few-for-spread'
  | 'too-few-new'
  | 'others-left'
  | 'near-end'
  | 'at-end'

export type Suppressed = { readonly shown: false; readonly why: WhySuppressed }

/** A released figure, already rounded, or the reason why it is suppressed. */
export type Released<T> = ({ readonly shown: true } & T) | Suppressed

/** Whether a group may be released at all. */
export type Releasable = { readonly shown: true } | Suppressed

/** Suppresses something, with the reason. */
export function suppress(why: WhySuppressed): Suppressed {
  return { shown: false, why }
}
