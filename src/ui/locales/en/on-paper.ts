/** In a printed article, before the title, the question and the address. */
export const onPaper: string = 'Online, readers can take this questionnaire here:'
