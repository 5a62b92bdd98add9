/** In a printed article, before the title, the question and the address, or before what the page leads to it by. */
export const onPaper: string = 'Readers can answer this online:'
