/** Every colour of the map, once for light and once for dark. `quantities`: the five steps of the tokens in client/styles. */
export interface Palette {
  ground: string
  urban: string
  water: string
  waterName: string
  park: string
  parkName: string
  building: string
  rail: string
  roadEdge: string
  road: string
  mainRoad: string
  path: string
  ink: string
  inkQuiet: string
  halo: string
  outline: string
  quantities: readonly [string, string, string, string, string]
  circle: string
  paper: string
  chosen: string
  hatch: string
}

export const light: Palette = {
  ground: '#f5f2ea',
  urban: '#efeae0',
  water: '#cfdfe4',
  waterName: '#3f6673',
  park: '#e1ead6',
  parkName: '#4c6640',
  building: '#e4ddd0',
  rail: '#c5bfb2',
  roadEdge: '#ddd7ca',
  road: '#ffffff',
  mainRoad: '#fdf6e3',
  path: '#d8d0bf',
  ink: '#16202e',
  inkQuiet: '#4b5666',
  halo: '#fbfaf7',
  outline: '#5d6b78',
  quantities: ['#d5e7e3', '#a2cac6', '#68a7a6', '#337d80', '#0f5257'],
  circle: '#0f5257',
  paper: '#fbfaf7',
  chosen: '#e0a11b',
  hatch: '#bdb8ab',
}

export const dark: Palette = {
  ground: '#151d23',
  urban: '#1a232a',
  water: '#0c1a22',
  waterName: '#7fa3b1',
  park: '#18261f',
  parkName: '#8fb08a',
  building: '#212c34',
  rail: '#3d4852',
  roadEdge: '#0f161b',
  road: '#2b3740',
  mainRoad: '#37444d',
  path: '#26313a',
  ink: '#ecebe5',
  inkQuiet: '#b4bcc4',
  halo: '#12191f',
  outline: '#8d99a4',
  quantities: ['#1d3b3e', '#285a5d', '#3a8284', '#66afac', '#aadcd6'],
  circle: '#66afac',
  paper: '#12191f',
  chosen: '#e0a11b',
  hatch: '#4d5963',
}
