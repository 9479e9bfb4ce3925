/** Lends what takes long to open, and is only read, to one test after the other. */
export interface KeptOpen<T> {
  /** What is open, and how to give it back. */
  readonly borrow: () => Promise<{ readonly opened: T; readonly giveBack: () => Promise<void> }>
}

/** Whether files of tests run in this process one after the other, and what is closed after the last of them. */
let isGroup = false
const closings = new Set<() => Promise<void>>()

/** Says that more files of tests may come in this process: what is lent stays open until `endGroup`. */
export function beginGroup(): void {
  isGroup = true
}

/** Closes what was lent in this process. */
export async function endGroup(): Promise<void> {
  for (const close of closings) await close()
}

/** Opens a thing for the first who borrows it; it is closed when nobody has it, or when the files of its group are through. */
export function keptOpen<T>(
  open: () => Promise<T>,
  close: (opened: T) => Promise<void>,
): KeptOpen<T> {
  let kept: Promise<T> | undefined
  let borrowers = 0
  const end = async (): Promise<void> => {
    const ending = kept
    kept = undefined
    closings.delete(end)
    if (ending) await close(await ending)
  }
  return {
    borrow: async () => {
      closings.add(end)
      borrowers++
      const opened = await (kept ??= open())
      return {
        opened,
        giveBack: async () => {
          borrowers--
          if (borrowers === 0 && !isGroup) await end()
        },
      }
    },
  }
}
