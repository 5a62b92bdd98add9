/** Characters that nobody sees, which programs put in to break lines: soft hyphens, zero-width spaces, joiners and marks. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
/** Hyphens that a program put in place of the plain one, so that no line breaks there. */
const HYPHENS = /[\u2010\u2011]/g

export const withoutUnseen = (text: string): string => text.replaceAll(UNSEEN, '')

/** A text as it was written before mail and word processors passed it on: no code or link of ours has these characters. */
export const withoutDirt = (text: string): string => withoutUnseen(text).replaceAll(HYPHENS, '-')
