/** In a printed article, before the title, the question and the address. */
export const onPaper: string = 'En ligne, on peut répondre ici à ce questionnaire\u00a0:'
