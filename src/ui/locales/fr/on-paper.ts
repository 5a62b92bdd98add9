/** In a printed article, before the title, the question and the address, or before what the page leads to it by. */
export const onPaper: string = 'On peut y répondre en ligne\u00a0:'
