/** Time for so many statements in whole minutes: ten seconds each. */
export const minutesOf = (items: number): number => Math.ceil(items / 6)
