/** How far a piece of work has come. */
export interface Step {
  readonly label: string
  readonly done: number
  /** Missing when it is not known how much there is. */
  readonly total?: number
  /** How much of the work is done, from 0 to 1, where that is known otherwise than by counting. */
  readonly share?: number
  /** What is counted, as `studies`. */
  readonly unit: string
}

/** A line that tells how far a command has come. */
export interface Progress {
  show(step: Step): void
  /** A line of its own that stays. */
  say(text: string): void
  end(): void
}

/** Where and how progress is shown. */
export interface ProgressOptions {
  readonly stream: {
    write(text: string): unknown
    readonly isTTY?: boolean
    readonly columns?: number
  }
  readonly quiet: boolean
  /** Milliseconds that only go forward. */
  readonly clock: () => number
}

const redrawMs = 100
const lineEveryMs = 10_000

/** A bar that is redrawn at a terminal; elsewhere a line every ten seconds; nothing when quiet. */
export function openProgress({ stream, quiet, clock }: ProgressOptions): Progress {
  if (quiet) return { show() {}, say() {}, end() {} }
  const drawn = stream.isTTY === true
  let begun = { label: '', at: 0, done: 0 }
  let last = Number.NEGATIVE_INFINITY
  const clear = (): void => void (drawn && stream.write('\r\x1B[2K'))
  return {
    show(step) {
      const now = clock()
      if (step.label !== begun.label) begun = { label: step.label, at: now, done: step.done }
      const isLast = shareOf(step) === 1
      if (now - last < (drawn ? redrawMs : lineEveryMs) && !(drawn && isLast)) return
      last = now
      const text = stepInWords(step, (now - begun.at) / 1000, begun.done)
      if (!drawn) stream.write(`${text}\n`)
      else stream.write(`\r\x1B[2K${`${bar(step)}${text}`.slice(0, (stream.columns ?? 80) - 1)}`)
    },
    say(text) {
      clear()
      stream.write(`${text}\n`)
    },
    end: clear,
  }
}

/** `Importing: 12,000 of 60,000 studies, 1,500 a second, 32 s left`. */
export function stepInWords(step: Step, seconds: number, from = 0): string {
  const rate = seconds >= 0.5 ? (step.done - from) / seconds : 0
  const parts = [`${step.label}: ${amount(step)}`]
  if (rate >= 1) parts.push(`${withThousands(Math.round(rate))} a second`)
  const share = shareOf(step)
  if (seconds >= 0.5 && share !== undefined && share > 0 && share < 1)
    parts.push(`${timeInWords((seconds / share) * (1 - share))} left`)
  return parts.join(', ')
}

/** A number with its thousands apart: `12,000`. */
export function withThousands(value: number): string {
  return value.toLocaleString('en')
}

/** `4.2 s`, `3 min 5 s`, `2 h 10 min`. */
export function timeInWords(seconds: number): string {
  if (seconds < 10) return `${(Math.round(seconds * 10) / 10).toString()} s`
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`
}

function amount({ done, total, unit }: Step): string {
  return total === undefined
    ? `${withThousands(done)} ${unit}`
    : `${withThousands(done)} of ${withThousands(total)} ${unit}`
}

function bar(step: Step): string {
  const share = shareOf(step)
  if (share === undefined) return ''
  const width = 20
  const full = Math.round(share * width)
  return `${'█'.repeat(full)}${'░'.repeat(width - full)} `
}

function shareOf({ done, total, share }: Step): number | undefined {
  const known = share ?? (total ? done / total : undefined)
  return known === undefined ? undefined : Math.min(1, known)
}
