/** Every key the diagnostic keeps something under begins so. What is a host's own does not. */
export const OWN_KEYS = 'leadership-diagnostic.'
