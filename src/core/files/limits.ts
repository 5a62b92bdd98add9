/** No response of any questionnaire comes near it, in characters or bytes. What is larger is refused unread. */
export const LARGEST_FILE = 64 * 1024
