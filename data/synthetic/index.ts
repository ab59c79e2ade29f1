/** Invented data: a small force for the demo, and loads of the size of a force and of the country for measuring. */
export { DEMO_FORCE, type DemoOptions, type DemoSummary, generateDemo, LATEST_MONTH } from './demo.ts'
