/** How long so many statements take, in whole minutes: ten seconds each. */
export const minutesOf = (items: number): number => Math.ceil(items / 6)
