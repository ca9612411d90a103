import type { Theme } from '@balai/engine'

/** Colours for the frames that `plaza.tmj` names; a picture sheet would stand here in the same way. */
export const theme: Theme = {
  tiles: {
    grass: '#8fb573',
    stone: '#e6d9c0',
    'stone-dark': '#d8c6a6',
    planks: { colour: '#a9774a', top: '#bd8a59' },
    hedge: { colour: '#5d8a52', top: '#76a565' },
    tree: { colour: '#7a5638', crown: '#5f9a54' },
    lantern: { colour: '#4a4440', crown: '#ffd98a' },
    curtain: { colour: '#a8323e', top: '#7d2430' },
    'stall-bread': { colour: '#b98a55', top: '#e0b070', roof: '#c8553d' },
    'stall-fruit': { colour: '#b98a55', top: '#8fbf4d', roof: '#3f8f5a' },
    'stall-books': { colour: '#b98a55', top: '#c7b8e0', roof: '#3d6fa6' },
    basin: { colour: '#b8b0a2', top: '#6fb7d6' },
    column: { colour: '#b8b0a2', top: '#8fcbe3' },
    bench: { colour: '#8a5f3c', top: '#9d7048' },
  },
  clothes: ['#c8553d', '#2f6b8f', '#588157', '#e0a030', '#7b5ea7', '#b5536f'],
}
