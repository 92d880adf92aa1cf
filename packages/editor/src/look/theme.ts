/** The component library in our colours, sizes and manners. The values stand in `tokens.css`. */

import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'

/** One blue from light ground to dark: shade 7 is the accent on paper, shade 4 the accent in the dark. */
const blue: MantineColorsTuple = [
  '#eef5fa',
  '#e3eef6',
  '#c3dcec',
  '#98c6e2',
  '#6bb3df',
  '#3d8fc2',
  '#1e74a9',
  '#0b5c8f',
  '#094d78',
  '#073c5e',
]

/** The library's greys, which it draws fields and borders with, from our paper to our ink. */
const gray: MantineColorsTuple = [
  '#faf8f4',
  '#f1eee8',
  '#e9e6df',
  '#e2ded5',
  '#cfcac0',
  '#a8a399',
  '#8c8880',
  '#5c6066',
  '#3a3d41',
  '#1c1e21',
]
const dark: MantineColorsTuple = [
  '#e8e6e1',
  '#b9bec4',
  '#9aa0a8',
  '#737a83',
  '#363b42',
  '#2c3036',
  '#22262b',
  '#15171a',
  '#111316',
  '#0d0f11',
]

/** What is filled with the accent has words in the colour of the paper: the library would have white ones in the dark, too. */
const onAccent: VariantColorsResolver = (asked) => {
  const colours = defaultVariantColorsResolver(asked)
  const isAccent = asked.variant === 'filled' && [undefined, 'blue'].includes(asked.color)
  return isAccent ? { ...colours, color: 'var(--paper)' } : colours
}

export const theme = createTheme({
  colors: { blue, gray, dark },
  primaryColor: 'blue',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  variantColorResolver: onAccent,
  fontFamily: 'var(--sans)',
  headings: { fontFamily: 'var(--sans)', fontWeight: '600' },
  fontSizes: { xs: '12px', sm: '13px', md: '15px', lg: '17px', xl: '21px' },
  lineHeights: { xs: '18px', sm: '20px', md: '22px', lg: '26px', xl: '28px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  shadows: { xs: 'none', sm: 'none', md: 'var(--shadow)', lg: 'var(--shadow)', xl: 'var(--shadow)' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    UnstyledButton: { classNames: { root: 'plain-button' } },
    Button: { defaultProps: { size: 'xs', variant: 'default' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 28 } },
    TextInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm', autosize: true, minRows: 2, maxRows: 12 } },
    NativeSelect: { defaultProps: { size: 'sm' } },
    SegmentedControl: { defaultProps: { size: 'xs', withItemsBorders: false, transitionDuration: 100 } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 100 } } },
    Modal: { defaultProps: { centered: true, shadow: 'md', transitionProps: { duration: 120 } } },
    Drawer: { defaultProps: { shadow: 'md', transitionProps: { duration: 120 } } },
    Tooltip: {
      defaultProps: {
        openDelay: 400,
        transitionProps: { duration: 80 },
        events: { hover: true, focus: true, touch: false },
      },
    },
  },
})

/** Hands our tokens to the library, for both colour schemes at once. */
export const variables: CSSVariablesResolver = () => {
  const ours = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--quiet)',
    '--mantine-color-default': 'var(--raised)',
    '--mantine-color-default-hover': 'var(--panel)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-placeholder': 'var(--quiet)',
    '--mantine-color-gray-light-color': 'var(--ink)',
    '--mantine-color-gray-light-hover': 'var(--panel)',
    '--mantine-color-error': 'var(--deleted)',
  }
  return { variables: {}, light: ours, dark: ours }
}
