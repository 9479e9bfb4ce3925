/** The address of a mail to whom its writer chooses, or to an address, with what it is about and what stands in it. */
export function mailtoOf(subject: string, text: string, to = ''): string {
  return `mailto:${encodeURIComponent(to).replaceAll('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`
}
