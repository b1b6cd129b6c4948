import '@fontsource-variable/inter'
import '@fontsource-variable/source-serif-4'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import { mount } from 'svelte'
import { createClient } from '../contract/client'
import App from './App.svelte'
import { Workbench } from './state/workbench.svelte'
import './styles/base.css'
import './styles/tokens.css'
import { pickTransport } from './transport/pickTransport'

const target = document.getElementById('app')
if (target === null) throw new Error('index.html has no element with the id app.')
const transport = pickTransport()
const workbench = new Workbench(createClient(transport), (listener) => transport.watchConnection(listener))
mount(App, { target, props: { workbench } })
