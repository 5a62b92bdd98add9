/**
 * In characters or bytes; far above any response of any questionnaire. A larger
 * file is refused unread.
 */
export const LARGEST_FILE = 64 * 1024
