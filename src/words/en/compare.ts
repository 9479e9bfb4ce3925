/** The words of the way from a study to a list of studies side by side. */
export const compareEn = {
  title: 'Compare studies',
}
