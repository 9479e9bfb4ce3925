/** The address of a mail to whom its writer chooses, with what it is about and what stands in it. */
export function mailtoOf(subject: string, text: string): string {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`
}
