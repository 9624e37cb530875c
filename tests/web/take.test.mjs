/** Which app shows the page, by what it says of itself, and what the reader is told. */

import assert from 'node:assert/strict';
import test from 'node:test';

import { handedOver, hostApp, hostNote, offerHint } from '../../checker/web/take.mjs';

const WEB_VIEWS = {
  'WeChat, Android':
    'Mozilla/5.0 (Linux; Android 14; V2307A Build/UP1A.231005.007; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.6478.188 Mobile Safari/537.36 XWEB/1260183 MMWEBSDK/20241202 MMWEBID/2247 MicroMessenger/8.0.56.2800(0x28003855) WeChat/arm64 Weixin NetType/WIFI Language/zh_CN ABI/arm64',
  'WeChat, Android, system web view':
    'Mozilla/5.0 (Linux; Android 10; ELE-AL00 Build/HUAWEIELE-AL00; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/86.0.4240.99 MQQBrowser/6.2 TBS/046295 Mobile Safari/537.36 MMWEBID/8312 MicroMessenger/8.0.24.2180(0x28001851) WeChat/arm64 Weixin NetType/4G Language/zh_CN ABI/arm64',
  'WeChat, iPhone':
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.53(0x18003531) NetType/WIFI Language/zh_CN',
  'WeChat, iPad':
    'Mozilla/5.0 (iPad; CPU OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50(0x18003237) NetType/WIFI Language/zh_CN',
  'WeChat, Windows':
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/107.0.0.0 Safari/537.36 MicroMessenger/7.0.20.1781(0x6700143B) NetType/WIFI MiniProgramEnv/Windows WindowsWechat/WMPF WindowsWechat(0x63090a13) XWEB/8555',
  'WeChat in small letters': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 micromessenger/8.0.53',
};

const QQ_VIEWS = {
  'QQ, Android':
    'Mozilla/5.0 (Linux; Android 13; 22041211AC Build/TP1A.220624.014; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/109.0.5414.86 MQQBrowser/6.2 TBS/047417 Mobile Safari/537.36 V1_AND_SQ_9.0.8_5540_YYB_D A_9000800 QQ/9.0.8.14755 NetType/WIFI WebP/0.3.0 AppId/537200218 Pixel/1220 StatusBarHeight/96 SimpleUISwitch/0 QQTheme/1000',
  'QQ, iPhone':
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 QQ/9.0.65.613 V1_IPH_SQ_9.0.65_1_APP_A Pixel/1170 MiniAppEnable SimpleUISwitch/0 StudyMode/0 CurrentMode/0 CurrentFontScale/1.000000 QQTheme/1000 AppId/537225165 Core/WKWebView Device/Apple(iPhone 13) NetType/WIFI QBWebViewType/1 WKType/1',
};

const BROWSERS = {
  'QQ browser, Android':
    'Mozilla/5.0 (Linux; U; Android 13; zh-cn; 22041211AC Build/TP1A.220624.014) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/109.0.5414.86 MQQBrowser/14.5 Mobile Safari/537.36 COVC/046915',
  'QQ browser, iPhone':
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 MQQBrowser/15.1.1 Mobile/15E148 Safari/604.1 QBWebViewUA/2 QBWebViewType/1 WKType/1',
  'QQ browser, Windows':
    'Mozilla/5.0 (Windows NT 10.0; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/98.0.4758.102 Safari/537.36 QQBrowser/12.1.5496.400',
  'Safari, iPhone': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
  'Safari, Mac': 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Safari/605.1.15',
  'Chrome, Android': 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36',
  'Chrome, Windows': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
  'Chrome, iPhone': 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/131.0.6778.73 Mobile/15E148 Safari/604.1',
  'Firefox, Linux': 'Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0',
  'UC, Android':
    'Mozilla/5.0 (Linux; U; Android 12; zh-CN; M2007J3SC Build/SKQ1.211006.001) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/100.0.4896.58 UCBrowser/16.4.0.1288 Mobile Safari/537.36',
  'Huawei browser':
    'Mozilla/5.0 (Linux; Android 12; HarmonyOS; NOH-AN00; HMSCore 6.13.0.302) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.5735.196 HuaweiBrowser/15.0.4.312 Mobile Safari/537.36',
  'nothing said': '',
};

for (const [views, app] of [[WEB_VIEWS, '微信'], [QQ_VIEWS, 'QQ'], [BROWSERS, null]])
  for (const [name, agent] of Object.entries(views)) test(`${name} is ${app ?? 'a browser'}`, () => assert.equal(hostApp(agent), app));

test('a browser gets no note', () => {
  assert.equal(hostNote(null), null);
  assert.equal(hostNote(hostApp(BROWSERS['Safari, iPhone'])), null);
});

for (const app of ['微信', 'QQ'])
  test(`in ${app} it says what works there, what does not, and the way out`, () => {
    const note = hostNote(app);
    assert.ok(note.startsWith(`你在${app}里打开了这一页。`));
    for (const part of ['复制都能用', '下载和打印多半不行', '我的案件', '“在浏览器打开”', '粘贴']) assert.ok(note.includes(part), part);
  });

test('nobody is told that a file has arrived', () => {
  const said = handedOver(null);
  assert.match(said, /已交给浏览器下载/);
  assert.match(said, /“复制”/);
  assert.doesNotMatch(said, /成功|已下载|下载好|已保存/);
});

test('where files do not arrive it is said beforehand and afterwards', () => {
  assert.equal(offerHint(null), '');
  for (const said of [offerHint('微信'), handedOver('微信')]) assert.match(said, /^微信里多半.*“复制”/);
});
