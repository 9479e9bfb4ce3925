/** The same function with a memory of the last `most` answers, by key. */
export function remembering<Asked, Answer>(
  most: number,
  keyOf: (asked: Asked) => string,
  answer: (asked: Asked) => Answer,
): (asked: Asked) => Answer {
  const answers = new Map<string, { readonly value: Answer }>()
  return (asked) => {
    const key = keyOf(asked)
    const known = answers.get(key) ?? { value: answer(asked) }
    // A map keeps the order of entry: what is asked for again moves to the end, the oldest goes.
    answers.delete(key)
    answers.set(key, known)
    if (answers.size > most) for (const oldest of answers.keys()) return forget(oldest, known.value)
    return known.value
  }

  function forget(key: string, value: Answer): Answer {
    answers.delete(key)
    return value
  }
}
