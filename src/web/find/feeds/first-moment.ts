/** The first moment of a day, month or year, as Atom writes it; the beginning of 1970 where none is known. */
export function firstMoment(date: string | undefined): string {
  const [, year, month = '01', day = '01'] = pattern.exec(date ?? '') ?? ['', '1970']
  return `${year}-${month}-${day}T00:00:00Z`
}

const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/
