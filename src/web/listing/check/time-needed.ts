/** How long a check takes, counted on what is seen of it: 200 words a minute, and 5 seconds an answer. In whole minutes. */
export function minutesNeeded(markup: string, answers: number): number {
  return Math.max(1, Math.round(wordsSeen(markup) / 200 + (answers * 5) / 60))
}

/** The words of some markup that a reader sees before anything is unfolded. */
function wordsSeen(markup: string): number {
  const seen = markup
    .replace(/<details[\s\S]*?<summary[^>]*>([\s\S]*?)<\/summary>[\s\S]*?<\/details>/g, ' $1 ')
    .replace(/<(\w+)[^>]*class="[^"]*(?:unseen|check-stop)[^"]*"[^>]*>[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&[a-z#0-9]+;/g, ' ')
  return seen.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0
}
