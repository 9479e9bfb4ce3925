/** The part of jstat that tests ask for a second opinion; the package brings no types. */
declare module 'jstat' {
  interface Distribution {
    pdf(x: number, ...parameters: readonly number[]): number
    cdf(x: number, ...parameters: readonly number[]): number
    inv(p: number, ...parameters: readonly number[]): number
  }
  const jStat: {
    readonly beta: Distribution
    readonly binomial: Distribution
    readonly chisquare: Distribution
    readonly gamma: Distribution
    readonly normal: Distribution
    readonly studentt: Distribution
    gammaln(x: number): number
  }
  // oxlint-disable-next-line import/no-default-export
  export default jStat
}
