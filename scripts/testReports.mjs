// Enough for what was expected and what came; the whole stands further up.
const MOST_LINES_OF_A_FAILURE = 12

/** Adds what vitest's JSON report counts to `totals`. */
export function readVitestReport(report, totals) {
  totals.passed += report.numPassedTests
  totals.failed += report.numFailedTests + suitesThatDidNotRun(report)
  for (const suite of report.testResults) {
    if (suite.status === 'failed' && suite.assertionResults.length === 0) totals.failures.push(suite.name)
    for (const test of suite.assertionResults) {
      if (test.status === 'failed') totals.failures.push(describeFailure(test.fullName, test.failureMessages?.[0]))
      if (test.status !== 'skipped' && test.status !== 'pending' && test.status !== 'todo') continue
      skip(totals, test.meta?.skipReason ?? test.fullName)
    }
  }
}

/** A file that throws before its first test has no failed test to count; it must not count as nothing. */
function suitesThatDidNotRun(report) {
  return report.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0).length
}

/** Adds what Playwright's JSON report counts to `totals`; a test that passed only at a second try has failed once too often. */
export function readPlaywrightReport(report, totals) {
  totals.passed += report.stats.expected
  totals.failed += report.stats.unexpected + report.stats.flaky + report.errors.length
  for (const error of report.errors) totals.failures.push(describeFailure('end-to-end', error.message))
  for (const test of testsOf(report.suites)) {
    if (test.status === 'unexpected' || test.status === 'flaky') {
      const message = test.results.flatMap((result) => result.errors).map((error) => error.message)[0]
      totals.failures.push(describeFailure(`${test.projectName}: ${test.title}`, message))
    }
    if (test.status !== 'skipped') continue
    const reason = test.annotations.find((annotation) => annotation.type === 'skip')?.description ?? 'no reason given'
    skip(totals, `${test.projectName}: ${reason}`)
  }
}

function* testsOf(suites) {
  for (const suite of suites) {
    yield* testsOf(suite.suites ?? [])
    for (const spec of suite.specs ?? []) for (const test of spec.tests) yield { ...test, title: spec.title }
  }
}

/** A failed test and the beginning of why, so that the closing lines tell which it was. */
function describeFailure(name, message) {
  const lines = (message ?? 'no message').split('\n').filter((line) => line.trim() !== '')
  return [name, ...lines.slice(0, MOST_LINES_OF_A_FAILURE).map((line) => `    ${line}`)].join('\n')
}

function skip(totals, reason) {
  totals.skipped += 1
  totals.reasons.set(reason, (totals.reasons.get(reason) ?? 0) + 1)
}
