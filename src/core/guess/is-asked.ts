import type { GivenVantage } from '../response/response.ts'

/**
 * Whether somebody is asked what people close to the work answer: not these
 * themselves, and nobody who has not said where they sit. METHOD 15.
 */
export const isAskedToGuess = (vantage: GivenVantage | null): boolean => vantage === 'senior' || vantage === 'middle'
