/** Before the code of the answers so far, where the rest of the page cannot be loaded, in French. */
export const noteCode: string =
  'Par précaution, notez ce code. Il contient vos réponses jusqu’ici et les rouvre sur n’importe quel appareil\u00a0:'
