<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo {step}</source>
        <translation>撤销：{step}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo {step}</source>
        <translation>重做：{step}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>End the take</source>
        <translation>结束录音</translation>
    </message>
    <message>
        <source>Record a take</source>
        <translation>录制一条</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Open film …</source>
        <translation>打开影片…</translation>
    </message>
    <message>
        <source>Import voice …</source>
        <translation>导入语音…</translation>
    </message>
    <message>
        <source>Open project …</source>
        <translation>打开项目…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Export film …</source>
        <translation>导出影片…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Remove voice</source>
        <translation>移除语音</translation>
    </message>
    <message>
        <source>Change keys …</source>
        <translation>更改快捷键…</translation>
    </message>
    <message>
        <source>Settings …</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原片</translation>
    </message>
    <message>
        <source>Dubbed</source>
        <translation>配音后</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>划像对比</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Wipe to the left</source>
        <translation>划像向左</translation>
    </message>
    <message>
        <source>Wipe to the right</source>
        <translation>划像向右</translation>
    </message>
    <message>
        <source>Picture closer</source>
        <translation>放大画面</translation>
    </message>
    <message>
        <source>Picture farther</source>
        <translation>缩小画面</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>完整画面</translation>
    </message>
    <message>
        <source>Picture at 100 %</source>
        <translation>画面 100 %</translation>
    </message>
    <message>
        <source>Picture: see its left</source>
        <translation>画面：查看左侧</translation>
    </message>
    <message>
        <source>Picture: see its right</source>
        <translation>画面：查看右侧</translation>
    </message>
    <message>
        <source>Picture: see its top</source>
        <translation>画面：查看上方</translation>
    </message>
    <message>
        <source>Picture: see its bottom</source>
        <translation>画面：查看下方</translation>
    </message>
    <message>
        <source>Timeline closer</source>
        <translation>放大时间线</translation>
    </message>
    <message>
        <source>Timeline farther</source>
        <translation>缩小时间线</translation>
    </message>
    <message>
        <source>All of the timeline</source>
        <translation>显示整条时间线</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Colours of the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>Play backwards, faster</source>
        <translation>倒放，加速</translation>
    </message>
    <message>
        <source>Stop playing</source>
        <translation>停止播放</translation>
    </message>
    <message>
        <source>Play forwards, faster</source>
        <translation>正放，加速</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>上一帧</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>下一帧</translation>
    </message>
    <message>
        <source>Back one second</source>
        <translation>后退一秒</translation>
    </message>
    <message>
        <source>Forward one second</source>
        <translation>前进一秒</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>第一帧</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>最后一帧</translation>
    </message>
    <message>
        <source>Previous edit, cut or marker</source>
        <translation>上一个编辑点、镜头切换或标记</translation>
    </message>
    <message>
        <source>Next edit, cut or marker</source>
        <translation>下一个编辑点、镜头切换或标记</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>下一个问题</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>上一个问题</translation>
    </message>
    <message>
        <source>Go to timecode …</source>
        <translation>转到时间码…</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <translation>标记(&amp;M)</translation>
    </message>
    <message>
        <source>Set in point</source>
        <translation>设置入点</translation>
    </message>
    <message>
        <source>Set out point</source>
        <translation>设置出点</translation>
    </message>
    <message>
        <source>Clear in and out</source>
        <translation>清除入点和出点</translation>
    </message>
    <message>
        <source>Go to in point</source>
        <translation>转到入点</translation>
    </message>
    <message>
        <source>Go to out point</source>
        <translation>转到出点</translation>
    </message>
    <message>
        <source>Set or remove marker</source>
        <translation>添加或移除标记</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>First steps …</source>
        <translation>入门…</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Weights …</source>
        <translation>模型权重…</translation>
    </message>
    <message>
        <source>Check this machine …</source>
        <translation>检查本机…</translation>
    </message>
    <message>
        <source>Licences …</source>
        <translation>许可证…</translation>
    </message>
    <message>
        <source>About Dubwright</source>
        <translation>关于 Dubwright</translation>
    </message>
    <message>
        <source>Your project is saved.</source>
        <translation>项目已保存。</translation>
    </message>
    <message>
        <source>Your project was saved as {place}.</source>
        <translation>项目已保存为 {place}。</translation>
    </message>
    <message>
        <source>Your project could not be saved by itself: please try to save it now.</source>
        <translation>项目无法自动保存，请立即手动保存。</translation>
    </message>
    <message>
        <source>Some settings could not be read; the usual ones are used.</source>
        <translation>有些设置无法读取，已改用默认值。</translation>
    </message>
    <message>
        <source>The cache lies at its usual place until then.</source>
        <translation>在此之前，缓存仍位于默认位置。</translation>
    </message>
    <message>
        <source>a project that had not been saved</source>
        <translation>一个尚未保存的项目</translation>
    </message>
    <message>
        <source>Save often, and see Help → Check this machine.</source>
        <translation>请经常保存，并参见“帮助 → 检查本机”。</translation>
    </message>
    <message>
        <source>Your work cannot be kept aside against a crash: {reason}</source>
        <translation>无法为防止崩溃而备份您的工作：{reason}</translation>
    </message>
    <message>
        <source>What was recorded until the end is in the list of takes: {name}.</source>
        <translation>中断前录下的内容已在录音条列表中：{name}。</translation>
    </message>
    <message>
        <source>What had been kept aside is damaged: what could not be read is left out or as usual: {places}.</source>
        <translation>预先保存的副本已损坏：无法读取的内容已略去或恢复为默认值：{places}。</translation>
    </message>
    <message>
        <source>Look it over, then save it under another name; the damaged copy stays as {place}.</source>
        <translation>请检查后以其他名称保存；损坏的副本保留为 {place}。</translation>
    </message>
    <message>
        <source>Opening {name}</source>
        <translation>正在打开 {name}</translation>
    </message>
    <message>
        <source>Looking for files that were moved</source>
        <translation>正在查找被移动的文件</translation>
    </message>
    <message>
        <source>This cannot be done: {error}.</source>
        <translation>无法执行：{error}。</translation>
    </message>
    <message>
        <source>this project</source>
        <translation>此项目</translation>
    </message>
    <message>
        <source>{name} is not open.</source>
        <translation>{name} 未打开。</translation>
    </message>
    <message>
        <source>Open its project first.</source>
        <translation>请先打开它的项目。</translation>
    </message>
    <message>
        <source>The settings cannot be saved.</source>
        <translation>无法保存设置。</translation>
    </message>
    <message>
        <source>Open film</source>
        <translation>打开影片</translation>
    </message>
    <message>
        <source>Import voice</source>
        <translation>导入语音</translation>
    </message>
    <message>
        <source>Replace voice</source>
        <translation>替换语音</translation>
    </message>
    <message>
        <source>{name} is damaged: what could not be read there is left out or as usual: {places}.</source>
        <translation>{name} 已损坏：无法读取的内容已略去或恢复为默认值：{places}。</translation>
    </message>
    <message>
        <source>Look it over, then save it under another name; the damaged file stays as it is.</source>
        <translation>请检查后以其他名称保存；损坏的文件保持原样。</translation>
    </message>
    <message>
        <source>Find moved files</source>
        <translation>找回被移动的文件</translation>
    </message>
    <message>
        <source>Found where it was moved: {names}.</source>
        <translation>已在新位置找到：{names}。</translation>
    </message>
    <message>
        <source>Put it beside the project and open that again, or choose another film or voice.</source>
        <translation>请将其放到项目旁边并重新打开项目，或选择其他影片或语音。</translation>
    </message>
    <message>
        <source>Not found: {names}.</source>
        <translation>未找到：{names}。</translation>
    </message>
    <message>
        <source>Films ({films});;All files (*)</source>
        <translation>影片 ({films});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Sound and films ({endings});;All files (*)</source>
        <translation>声音和影片 ({endings});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Dubwright projects (*{ending})</source>
        <translation>Dubwright 项目 (*{ending})</translation>
    </message>
    <message>
        <source>Save project</source>
        <translation>保存项目</translation>
    </message>
    <message>
        <source>Export film</source>
        <translation>导出影片</translation>
    </message>
    <message>
        <source>Films (*{ending});;Other films (*.mp4 *.mov *.mkv)</source>
        <translation>影片 (*{ending});;其他影片 (*.mp4 *.mov *.mkv)</translation>
    </message>
    <message>
        <source>An export was not finished the last time.</source>
        <translation>上次有一个导出未完成。</translation>
    </message>
    <message>
        <source>{count} exports were not finished the last time.</source>
        <translation>上次有 {count} 个导出未完成。</translation>
    </message>
    <message>
        <source>Choose Resume in the list of exports to go on, or remove them there.</source>
        <translation>在导出列表中选择“继续”，或将其移除。</translation>
    </message>
    <message>
        <source>An export to {name} is already in the list.</source>
        <translation>列表中已有导出到 {name} 的任务。</translation>
    </message>
    <message>
        <source>Choose another file name, or stop that one.</source>
        <translation>请选择其他文件名，或停止那个任务。</translation>
    </message>
    <message>
        <source>The export ended by a defect of Dubwright.</source>
        <translation>由于 Dubwright 的缺陷，导出中断。</translation>
    </message>
    <message>
        <source>Try it again; the report tells more.</source>
        <translation>请重试；报告中有更多信息。</translation>
    </message>
    <message>
        <source>Dubwright</source>
        <translation>Dubwright</translation>
    </message>
    <message>
        <source>As in Premiere Pro</source>
        <translation>同 Premiere Pro</translation>
    </message>
    <message>
        <source>As in DaVinci Resolve</source>
        <translation>同 DaVinci Resolve</translation>
    </message>
    <message>
        <source>Looking for microphones</source>
        <translation>正在查找麦克风</translation>
    </message>
    <message>
        <source>Live: everything else waits</source>
        <translation>实时：其他任务等待中</translation>
    </message>
    <message>
        <source>Finishing the recording {name}</source>
        <translation>正在完成录制 {name}</translation>
    </message>
    <message>
        <source>A live recording that was cut off was finished: {place}.</source>
        <translation>已完成一段中断的实时录制：{place}。</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>打开最近项目</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>Save the changes in “{name}”?</source>
        <translation>保存对“{name}”的更改吗？</translation>
    </message>
    <message>
        <source>They are lost otherwise.</source>
        <translation>否则更改将丢失。</translation>
    </message>
    <message>
        <source>A training runs</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>“{name}” is still being trained.</source>
        <translation>“{name}”仍在训练中。</translation>
    </message>
    <message>
        <source>Stopped, it is saved first, and goes on another time. That may take a minute.</source>
        <translation>停止前会先保存，以后可以继续。这可能需要一分钟。</translation>
    </message>
    <message>
        <source>&amp;Stop, save and leave</source>
        <translation>停止、保存并退出(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Keep the window</source>
        <translation>保留窗口(&amp;K)</translation>
    </message>
    <message>
        <source>Dubwright ended unexpectedly while you worked on {name}.</source>
        <translation>在处理 {name} 时，Dubwright 意外退出。</translation>
    </message>
    <message>
        <source>Recover your work</source>
        <translation>恢复您的工作</translation>
    </message>
    <message>
        <source>It was kept at {when}. Do you want to go on with it? Otherwise it is thrown away.</source>
        <translation>已于 {when} 备份。要继续使用它吗？否则将被丢弃。</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Throw away</source>
        <translation>丢弃(&amp;T)</translation>
    </message>
    <message>
        <source>Your work is offered for recovery where there was any that was not saved.</source>
        <translation>如有未保存的工作，将提供恢复。</translation>
    </message>
    <message>
        <source>Dubwright ended unexpectedly the last time.</source>
        <translation>Dubwright 上次意外退出。</translation>
    </message>
    <message>
        <source>Something went wrong that should not be possible.</source>
        <translation>发生了本不应出现的错误。</translation>
    </message>
    <message>
        <source>Dubwright has a defect</source>
        <translation>Dubwright 出现缺陷</translation>
    </message>
    <message>
        <source>You can go on working. Please send the report below to those who look after Dubwright.</source>
        <translation>您可以继续工作。请将下面的报告发送给 Dubwright 的维护者。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Version and system</source>
        <translation>版本与系统</translation>
    </message>
    <message>
        <source>What has changed</source>
        <translation>更新内容</translation>
    </message>
    <message>
        <source>&amp;Copy version</source>
        <translation>复制版本(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Licences …</source>
        <translation>许可证(&amp;L)…</translation>
    </message>
    <message>
        <source>Dub only faces and voices that you may use.</source>
        <translation>请只为您有权使用的面孔和声音配音。</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Find a part or a licence</source>
        <translation>查找组件或许可证</translation>
    </message>
    <message>
        <source>Parts of Dubwright</source>
        <translation>Dubwright 的组件</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>It brings no text of its own.</source>
        <translation>它没有附带许可证文本。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The list of changes is not part of this installation.</source>
        <translation>此安装不包含更新列表。</translation>
    </message>
    <message>
        <source>Check this machine</source>
        <translation>检查本机</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>检查进度</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>重新检查(&amp;A)</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy what was found</source>
        <translation>复制检查结果</translation>
    </message>
    <message>
        <source>Checking this machine</source>
        <translation>正在检查本机</translation>
    </message>
    <message>
        <source>Looking at: {what}</source>
        <translation>正在检查：{what}</translation>
    </message>
    <message>
        <source>Dubwright cannot work here yet. Faults that stop it: {count}</source>
        <translation>Dubwright 尚无法在此运行。阻碍它的故障：{count}</translation>
    </message>
    <message>
        <source>Dubwright works. Things that could be better: {count}</source>
        <translation>Dubwright 可以运行。可改进之处：{count}</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>The check could not be done.</source>
        <translation>无法完成检查。</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>stops a dub</source>
        <translation>无法配音</translation>
    </message>
    <message>
        <source>could be better</source>
        <translation>可以改进</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>How much of the new mouth is seen: 0 none, 1 all.</source>
        <translation>新嘴部可见的程度：0 为不可见，1 为完全可见。</translation>
    </message>
    <message>
        <source>Feather</source>
        <translation>羽化</translation>
    </message>
    <message>
        <source>How softly the new mouth runs into the face; share of its size.</source>
        <translation>新嘴部与面部过渡的柔和程度；按其大小的比例。</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>保持</translation>
    </message>
    <message>
        <source>How long after speech the mouth still belongs to the voice.</source>
        <translation>说话结束后嘴部继续跟随语音的时长。</translation>
    </message>
    <message>
        <source>Fade</source>
        <translation>渐变</translation>
    </message>
    <message>
        <source>How long the mouth takes to ease back to the film&apos;s own.</source>
        <translation>嘴部恢复为影片原样所用的时长。</translation>
    </message>
    <message>
        <source>Lower face</source>
        <translation>下半脸</translation>
    </message>
    <message>
        <source>Jaw without cheeks</source>
        <translation>下颌，不含脸颊</translation>
    </message>
    <message>
        <source>All skin below the nose</source>
        <translation>鼻子以下的全部皮肤</translation>
    </message>
    <message>
        <source>The same, and the neck</source>
        <translation>同上，并含颈部</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>去除</translation>
    </message>
    <message>
        <source>Under the voice</source>
        <translation>在语音之下</translation>
    </message>
    <message>
        <source>Quieter while spoken</source>
        <translation>说话时降低</translation>
    </message>
    <message>
        <source>H.264, for all players</source>
        <translation>H.264，适用于所有播放器</translation>
    </message>
    <message>
        <source>HEVC, smaller</source>
        <translation>HEVC，文件更小</translation>
    </message>
    <message>
        <source>FFV1, without loss</source>
        <translation>FFV1，无损</translation>
    </message>
    <message>
        <source>Finest, large</source>
        <translation>最佳，文件大</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>很好</translation>
    </message>
    <message>
        <source>Good, smaller</source>
        <translation>良好，文件较小</translation>
    </message>
    <message>
        <source>Draft, smallest</source>
        <translation>草稿，文件最小</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>面孔</translation>
    </message>
    <message>
        <source>Whose mouth follows the voice</source>
        <translation>谁的嘴跟随语音</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>遮罩</translation>
    </message>
    <message>
        <source>Which part of the face is new; all but the first need the face-parsing weights</source>
        <translation>面部的哪一部分是新的；除第一项外都需要面部解析权重</translation>
    </message>
    <message>
        <source>Match the colours of the face</source>
        <translation>匹配面部颜色</translation>
    </message>
    <message>
        <source>Film&apos;s sound</source>
        <translation>影片声音</translation>
    </message>
    <message>
        <source>What becomes of the film&apos;s own sound</source>
        <translation>如何处理影片原声</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>How much of the picture is kept</source>
        <translation>画面保留的程度</translation>
    </message>
    <message>
        <source>Looking at the film …</source>
        <translation>正在分析影片…</translation>
    </message>
    <message>
        <source>Largest face</source>
        <translation>最大的面孔</translation>
    </message>
    <message>
        <source>What was found in the film</source>
        <translation>在影片中发现的内容</translation>
    </message>
    <message>
        <source>Everything that the program knows of the film&apos;s file</source>
        <translation>程序所知道的关于影片文件的一切</translation>
    </message>
    <message>
        <source>with sound</source>
        <translation>有声音</translation>
    </message>
    <message>
        <source>without sound</source>
        <translation>无声音</translation>
    </message>
    <message>
        <source>{width} × {height}, {rate} frames/s, {sound}</source>
        <translation>{width} × {height}，{rate} 帧/秒，{sound}</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>存储方式</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>{length}, {count:,} frames</source>
        <translation>{length}，{count:,} 帧</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>{seconds:.3f} s on the file&apos;s own clock</source>
        <translation>文件自身时钟的 {seconds:.3f} 秒处</translation>
    </message>
    <message>
        <source>{codec}, {bits} bits, {format}</source>
        <translation>{codec}，{bits} 位，{format}</translation>
    </message>
    <message>
        <source>Transparency</source>
        <translation>透明度</translation>
    </message>
    <message>
        <source>yes; kept by ProRes and FFV1</source>
        <translation>有；ProRes 和 FFV1 会保留</translation>
    </message>
    <message>
        <source>Key frames</source>
        <translation>关键帧</translation>
    </message>
    <message>
        <source>at most {count:,} frames apart</source>
        <translation>间隔最多 {count:,} 帧</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>未发现</translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation>字幕</translation>
    </message>
    <message>
        <source>More pictures</source>
        <translation>其他画面</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>of an unknown kind</source>
        <translation>未知类型</translation>
    </message>
    <message>
        <source>{size}, pixels of {aspect}</source>
        <translation>{size}，像素比 {aspect}</translation>
    </message>
    <message>
        <source>mirrored; shown as it is meant</source>
        <translation>镜像；按正确方向显示</translation>
    </message>
    <message>
        <source>mirrored and turned by {degrees}°; shown upright</source>
        <translation>镜像并旋转 {degrees}°；按正向显示</translation>
    </message>
    <message>
        <source>turned by {degrees}°; shown upright</source>
        <translation>旋转 {degrees}°；按正向显示</translation>
    </message>
    <message>
        <source>a still picture</source>
        <translation>静态图片</translation>
    </message>
    <message>
        <source>{rate} frames/s, constant</source>
        <translation>{rate} 帧/秒，恒定</translation>
    </message>
    <message>
        <source>variable: {rate} frames/s on average, each shown for {least:.0f} to {most:.0f} ms; kept as it is</source>
        <translation>可变：平均 {rate} 帧/秒，每帧显示 {least:.0f} 至 {most:.0f} 毫秒；保持不变</translation>
    </message>
    <message>
        <source>HDR ({name}), shown in standard range</source>
        <translation>HDR（{name}），以标准动态范围显示</translation>
    </message>
    <message>
        <source>{matrix}, full range</source>
        <translation>{matrix}，全范围</translation>
    </message>
    <message>
        <source>not told; full range</source>
        <translation>未标明；全范围</translation>
    </message>
    <message>
        <source>{matrix}, limited range</source>
        <translation>{matrix}，有限范围</translation>
    </message>
    <message>
        <source>not told; read as usual for its size</source>
        <translation>未标明；按该尺寸的惯例读取</translation>
    </message>
    <message>
        <source>Mask …</source>
        <translation>遮罩…</translation>
    </message>
    <message>
        <source>Change the mask</source>
        <translation>更改遮罩</translation>
    </message>
    <message>
        <source>Region, strength, feather and all the rest of the mask</source>
        <translation>区域、强度、羽化以及遮罩的其他设置</translation>
    </message>
    <message>
        <source>Person {number}, {count:,} frames</source>
        <translation>人物 {number}，{count:,} 帧</translation>
    </message>
    <message>
        <source>Start of voice</source>
        <translation>语音起点</translation>
    </message>
    <message>
        <source>Choose face</source>
        <translation>选择面孔</translation>
    </message>
    <message>
        <source>Match colours</source>
        <translation>匹配颜色</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>语音</translation>
    </message>
    <message>
        <source>Add what is to be said. Drop a sound or a film here, or:</source>
        <translation>添加要说的内容。将声音或影片拖到此处，或：</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>开始于</translation>
    </message>
    <message>
        <source>Mouth</source>
        <translation>嘴部</translation>
    </message>
    <message>
        <source>Voice begins at</source>
        <translation>语音开始于</translation>
    </message>
    <message>
        <source>Time of the film at which the voice begins; less than 0 leaves out its beginning.</source>
        <translation>语音在影片中开始的时间；小于 0 则略去其开头。</translation>
    </message>
    <message>
        <source>Replace …</source>
        <translation>替换…</translation>
    </message>
    <message>
        <source>Replace: {action}</source>
        <translation>替换：{action}</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>各项选择</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>What makes the mouth</source>
        <translation>由什么生成嘴部</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>模型权重</translation>
    </message>
    <message>
        <source>Which networks paint the mouth</source>
        <translation>由哪些网络绘制嘴部</translation>
    </message>
    <message>
        <source>Decoder</source>
        <translation>解码器</translation>
    </message>
    <message>
        <source>How pictures are made of what the networks think</source>
        <translation>如何把网络的结果变成画面</translation>
    </message>
    <message>
        <source>Moves the border between kept and new picture down the nose, opening the mouth more; share of the face.</source>
        <translation>将保留画面与新画面的边界沿鼻子下移，使嘴张得更大；按面部比例。</translation>
    </message>
    <message>
        <source>Border shift</source>
        <translation>边界偏移</translation>
    </message>
    <message>
        <source>Chin margin as trained</source>
        <translation>下巴边距同训练时</translation>
    </message>
    <message>
        <source>How much is seen below the chin; share of the face.</source>
        <translation>下巴以下可见的范围；按面部比例。</translation>
    </message>
    <message>
        <source>Chin margin</source>
        <translation>下巴边距</translation>
    </message>
    <message>
        <source>How far from the middle the jaw keeps its full width; of 256 columns on this side.</source>
        <translation>下颌从中线起保持全宽的距离；该侧共 256 列。</translation>
    </message>
    <message>
        <source>Cheek left</source>
        <translation>左脸颊</translation>
    </message>
    <message>
        <source>Cheek right</source>
        <translation>右脸颊</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Show the page of weights</source>
        <translation>显示权重页面</translation>
    </message>
    <message>
        <source>Looking at this machine</source>
        <translation>正在查看本机</translation>
    </message>
    <message>
        <source>Looking for weights</source>
        <translation>正在查找权重</translation>
    </message>
    <message>
        <source>The best there is</source>
        <translation>现有最佳</translation>
    </message>
    <message>
        <source>A folder …</source>
        <translation>某个文件夹…</translation>
    </message>
    <message>
        <source>This engine needs weights that are not here: {names}.</source>
        <translation>此引擎需要尚未具备的权重：{names}。</translation>
    </message>
    <message>
        <source>Folder of weights</source>
        <translation>权重文件夹</translation>
    </message>
    <message>
        <source>The quick decoder needs the weights “{name}”.</source>
        <translation>快速解码器需要权重“{name}”。</translation>
    </message>
    <message>
        <source>Get them on the page of weights, then choose again.</source>
        <translation>请在权重页面获取，然后重新选择。</translation>
    </message>
    <message>
        <source>Cheeks</source>
        <translation>脸颊</translation>
    </message>
    <message>
        <source>Full, sharp</source>
        <translation>完整，清晰</translation>
    </message>
    <message>
        <source>Tiny, quick and softer</source>
        <translation>小型，快速但较柔</translation>
    </message>
    <message>
        <source>How it is run</source>
        <translation>运行方式</translation>
    </message>
    <message>
        <source>Built-in, at once</source>
        <translation>内置，即时</translation>
    </message>
    <message>
        <source>MuseTalk, painted</source>
        <translation>MuseTalk，绘制</translation>
    </message>
    <message>
        <source>Moves the lips, jaw and cheeks of the real picture. Needs no download and no graphics card.</source>
        <translation>移动真实画面中的嘴唇、下颌和脸颊。无需下载，也无需显卡。</translation>
    </message>
    <message>
        <source>Networks paint the lower face anew. Slow without a graphics card; what was painted once is kept.</source>
        <translation>由网络重新绘制下半脸。没有显卡时较慢；绘制过的内容会保留。</translation>
    </message>
    <message>
        <source>{free:.1f} of {all:.1f} GB of memory are free</source>
        <translation>内存可用 {free:.1f} / {all:.1f} GB</translation>
    </message>
    <message>
        <source>MuseTalk takes about {size:.1f} GB: it fits.</source>
        <translation>MuseTalk 约需 {size:.1f} GB：足够。</translation>
    </message>
    <message>
        <source>MuseTalk takes about {size:.1f} GB: too much here.</source>
        <translation>MuseTalk 约需 {size:.1f} GB：本机不足。</translation>
    </message>
    <message>
        <source>ProRes 422 HQ, for editing</source>
        <translation>ProRes 422 HQ，用于剪辑</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>−14 LUFS, for the web</source>
        <translation>−14 LUFS，用于网络</translation>
    </message>
    <message>
        <source>−16 LUFS, for podcasts and phones</source>
        <translation>−16 LUFS，用于播客和手机</translation>
    </message>
    <message>
        <source>−23 LUFS, EBU R 128</source>
        <translation>−23 LUFS，EBU R 128</translation>
    </message>
    <message>
        <source>−24 LUFS, ATSC A/85</source>
        <translation>−24 LUFS，ATSC A/85</translation>
    </message>
    <message>
        <source>That of the film</source>
        <translation>影片的长度</translation>
    </message>
    <message>
        <source>That of the voice</source>
        <translation>语音的长度</translation>
    </message>
    <message>
        <source>Looking which formats this machine can write …</source>
        <translation>正在查看本机可写入的格式…</translation>
    </message>
    <message>
        <source>All of the film</source>
        <translation>整部影片</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Whose length the film has when picture and voice differ</source>
        <translation>画面与语音长度不同时，影片取谁的长度</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>响度</translation>
    </message>
    <message>
        <source>How loud the film is as a whole, after BS.1770</source>
        <translation>影片整体响度，依据 BS.1770</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>导出设置</translation>
    </message>
    <message>
        <source>Not on this machine: {reason}</source>
        <translation>本机不支持：{reason}</translation>
    </message>
    <message>
        <source>An export to this file is already in the list. Choose another name.</source>
        <translation>列表中已有导出到此文件的任务。请选择其他名称。</translation>
    </message>
    <message>
        <source>There is a file of this name. It will be replaced.</source>
        <translation>已有同名文件，将被替换。</translation>
    </message>
    <message>
        <source>&amp;Replace and export</source>
        <translation>替换并导出(&amp;R)</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Choose …</source>
        <translation>选择(&amp;C)…</translation>
    </message>
    <message>
        <source>Choose folder and file name</source>
        <translation>选择文件夹和文件名</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>From in to out point (none are set)</source>
        <translation>从入点到出点（未设置）</translation>
    </message>
    <message>
        <source>From {first} to {last}</source>
        <translation>从 {first} 到 {last}</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>导出列表</translation>
    </message>
    <message>
        <source>Remove finished</source>
        <translation>移除已完成的</translation>
    </message>
    <message>
        <source>Waits until the training has ended: both need the memory of the graphics card.</source>
        <translation>等待训练结束：两者都需要显卡的显存。</translation>
    </message>
    <message>
        <source>Start &amp;anyway</source>
        <translation>仍然开始(&amp;A)</translation>
    </message>
    <message>
        <source>Start the export beside the training</source>
        <translation>在训练的同时开始导出</translation>
    </message>
    <message>
        <source>Films that you export are listed here. Choose Export film … in the menu File.</source>
        <translation>您导出的影片列在此处。请在“文件”菜单中选择“导出影片…”。</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>继续(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Resume exports</source>
        <translation>继续导出</translation>
    </message>
    <message>
        <source>Pause exports</source>
        <translation>暂停导出</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>入门</translation>
    </message>
    <message>
        <source>&amp;Get MuseTalk …</source>
        <translation>获取 MuseTalk(&amp;G)…</translation>
    </message>
    <message>
        <source>Get the weights of MuseTalk</source>
        <translation>获取 MuseTalk 的权重</translation>
    </message>
    <message>
        <source>&amp;Dub the demo</source>
        <translation>为演示配音(&amp;D)</translation>
    </message>
    <message>
        <source>Dub the demo</source>
        <translation>为演示配音</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>开始(&amp;B)</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>许可证：{licence}</translation>
    </message>
    <message>
        <source>Opening the demo</source>
        <translation>正在打开演示</translation>
    </message>
    <message>
        <source>Welcome to Dubwright</source>
        <translation>欢迎使用 Dubwright</translation>
    </message>
    <message>
        <source>A film and a voice go in; the mouth in the film follows the voice.</source>
        <translation>放入影片和语音，影片中的嘴就会跟随语音。</translation>
    </message>
    <message>
        <source>Built-in engine</source>
        <translation>内置引擎</translation>
    </message>
    <message>
        <source>MuseTalk, an engine that paints</source>
        <translation>MuseTalk，绘制式引擎</translation>
    </message>
    <message>
        <source>Dub only faces and voices that you may use: your own, or those of people who agreed.</source>
        <translation>请只为您有权使用的面孔和声音配音：您自己的，或已同意者的。</translation>
    </message>
    <message>
        <source>Who is seen or heard must know of it where the law asks for it, and so must who watches.</source>
        <translation>在法律要求之处，出镜或出声者必须知情，观看者亦然。</translation>
    </message>
    <message>
        <source>What is allowed</source>
        <translation>什么是允许的</translation>
    </message>
    <message>
        <source>The processor does the work.</source>
        <translation>由处理器运算。</translation>
    </message>
    <message>
        <source>The graphics card does the work.</source>
        <translation>由显卡运算。</translation>
    </message>
    <message>
        <source>{free:.1f} of {whole:.1f} GB of memory are free.</source>
        <translation>内存可用 {free:.1f} / {whole:.1f} GB。</translation>
    </message>
    <message>
        <source>Parts of it are missing. Help → Check this machine says what to do.</source>
        <translation>缺少部分内容。“帮助 → 检查本机”会说明如何处理。</translation>
    </message>
    <message>
        <source>Ready. Works on every machine at once: it moves the lips, jaw and cheeks of the real picture.</source>
        <translation>就绪。可在任何机器上即时运行：移动真实画面中的嘴唇、下颌和脸颊。</translation>
    </message>
    <message>
        <source>It takes about {size:.1f} GB of memory.</source>
        <translation>约需 {size:.1f} GB 内存。</translation>
    </message>
    <message>
        <source>That fits here.</source>
        <translation>本机足够。</translation>
    </message>
    <message>
        <source>This machine has too little.</source>
        <translation>本机不足。</translation>
    </message>
    <message>
        <source>Without a graphics card each frame takes a second or more.</source>
        <translation>没有显卡时，每帧需要一秒或更久。</translation>
    </message>
    <message>
        <source>Ready.</source>
        <translation>就绪。</translation>
    </message>
    <message>
        <source>{size:.2f} GB are to be fetched once: {fast} over a line of 100 Mbit/s, {slow} over one of 10.</source>
        <translation>需一次性下载 {size:.2f} GB：100 Mbit/s 线路约 {fast}，10 Mbit/s 约 {slow}。</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>更改快捷键</translation>
    </message>
    <message>
        <source>Whose keys are used; single ones can be changed.</source>
        <translation>采用谁的快捷键；可逐个更改。</translation>
    </message>
    <message>
        <source>&amp;Use this key</source>
        <translation>使用此键(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>不设快捷键(&amp;N)</translation>
    </message>
    <message>
        <source>As in the &amp;preset</source>
        <translation>恢复预设(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;All as in the preset</source>
        <translation>全部恢复预设(&amp;A)</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>⚠ {key} belongs to “{action}”, which would go without.</source>
        <translation>⚠ {key} 已用于“{action}”，后者将失去它。</translation>
    </message>
    <message>
        <source>&amp;Take it from there</source>
        <translation>从那里移来(&amp;T)</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作及其快捷键</translation>
    </message>
    <message>
        <source>Press the new key</source>
        <translation>按下新的快捷键</translation>
    </message>
    <message>
        <source>Get weights</source>
        <translation>获取权重</translation>
    </message>
    <message>
        <source>{size}, from {places}</source>
        <translation>{size}，来自 {places}</translation>
    </message>
    <message>
        <source>Licence, as its authors state it:</source>
        <translation>作者声明的许可证：</translation>
    </message>
    <message>
        <source>Accept and get</source>
        <translation>接受并获取</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>获取</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Live picture</source>
        <translation>实时画面</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>Level of the microphone</source>
        <translation>麦克风电平</translation>
    </message>
    <message>
        <source>Noise gate</source>
        <translation>噪声门</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Sound below this level is taken for noise, and the mouth stays at rest</source>
        <translation>低于此电平的声音视为噪声，嘴部保持静止</translation>
    </message>
    <message>
        <source>Hear m&amp;yself</source>
        <translation>监听自己(&amp;Y)</translation>
    </message>
    <message>
        <source>Your voice, as late as the picture. Use headphones.</source>
        <translation>您的声音，与画面同样延迟。请使用耳机。</translation>
    </message>
    <message>
        <source>&amp;Record to a file</source>
        <translation>录制到文件(&amp;R)</translation>
    </message>
    <message>
        <source>A film of the picture and your voice, in sync</source>
        <translation>由画面与您的声音组成的同步影片</translation>
    </message>
    <message>
        <source>Virtual c&amp;amera</source>
        <translation>虚拟摄像头(&amp;A)</translation>
    </message>
    <message>
        <source>Other programs see the picture as a webcam; needs a driver</source>
        <translation>其他程序会将画面视为摄像头；需要驱动程序</translation>
    </message>
    <message>
        <source>Live picture on the whole screen</source>
        <translation>全屏实时画面</translation>
    </message>
    <message>
        <source>Save the live picture</source>
        <translation>保存实时画面</translation>
    </message>
    <message>
        <source>How late the picture is</source>
        <translation>画面延迟</translation>
    </message>
    <message>
        <source>What the time from voice to picture is made of</source>
        <translation>从语音到画面的时间构成</translation>
    </message>
    <message>
        <source>Mi&amp;crophone</source>
        <translation>麦克风(&amp;C)</translation>
    </message>
    <message>
        <source>Noise ga&amp;te</source>
        <translation>噪声门(&amp;T)</translation>
    </message>
    <message>
        <source>{late:.0f} ms from voice to picture{mark} · {rate:.0f} pictures/s
Half within {half:.0f} ms, 95 % within {most:.0f} ms · {dropped} dropped</source>
        <translation>从语音到画面 {late:.0f} 毫秒{mark} · {rate:.0f} 幅/秒
半数在 {half:.0f} 毫秒内，95 % 在 {most:.0f} 毫秒内 · 丢弃 {dropped} 幅</translation>
    </message>
    <message>
        <source>&amp;Whole screen</source>
        <translation>全屏(&amp;W)</translation>
    </message>
    <message>
        <source>Save &amp;picture …</source>
        <translation>保存画面(&amp;P)…</translation>
    </message>
    <message>
        <source>{out} could not be written. Choose another folder.</source>
        <translation>无法写入 {out}。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Record to</source>
        <translation>录制到</translation>
    </message>
    <message>
        <source>None found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>None found: plug one in and open this again</source>
        <translation>未找到：请接入后重新打开</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>Stop the live session</source>
        <translation>停止实时会话</translation>
    </message>
    <message>
        <source>Start the live session</source>
        <translation>开始实时会话</translation>
    </message>
    <message>
        <source>While you are live, everything else waits: previews, exports and other work go on afterwards.</source>
        <translation>实时期间其他一切等待：预览、导出等任务随后继续。</translation>
    </message>
    <message>
        <source>Start, speak, and the face of the film speaks with you.</source>
        <translation>开始后说话，影片中的面孔就会随您说话。</translation>
    </message>
    <message>
        <source> – late</source>
        <translation> – 延迟</translation>
    </message>
    <message>
        <source>On average, in ms: {parts}</source>
        <translation>平均（毫秒）：{parts}</translation>
    </message>
    <message>
        <source>{pictures} pictures, {dropped} left out. From voice to picture: {half:.0f} ms, at most {most:.0f} ms in 95 of 100.</source>
        <translation>{pictures} 帧，丢弃 {dropped}。语音到画面：{half:.0f} ms，95% 不超过 {most:.0f} ms。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Change &amp;keys …</source>
        <translation>更改快捷键(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Usual settings</source>
        <translation>恢复默认(&amp;U)</translation>
    </message>
    <message>
        <source>Take back all settings on this page</source>
        <translation>恢复本页全部设置</translation>
    </message>
    <message>
        <source>Set by {name} in the environment.</source>
        <translation>由环境变量 {name} 指定。</translation>
    </message>
    <message>
        <source>Usual place</source>
        <translation>默认位置</translation>
    </message>
    <message>
        <source>Choose: {name}</source>
        <translation>选择：{name}</translation>
    </message>
    <message>
        <source>{name}: the usual place</source>
        <translation>{name}：默认位置</translation>
    </message>
    <message>
        <source>This frame</source>
        <translation>当前帧</translation>
    </message>
    <message>
        <source>State of this frame</source>
        <translation>当前帧的状态</translation>
    </message>
    <message>
        <source>of {length}</source>
        <translation>共 {length}</translation>
    </message>
    <message>
        <source>Rough picture, as filmed</source>
        <translation>粗略画面，原片</translation>
    </message>
    <message>
        <source>Fit {size}</source>
        <translation>适合 {size}</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>画面大小</translation>
    </message>
    <message>
        <source>This frame is shown as filmed</source>
        <translation>当前帧按原片显示</translation>
    </message>
    <message>
        <source>⚠ This frame stays as filmed: {reasons}</source>
        <translation>⚠ 当前帧保持原样：{reasons}</translation>
    </message>
    <message>
        <source>This frame is dubbed</source>
        <translation>当前帧已配音</translation>
    </message>
    <message>
        <source>This frame stays as filmed, as chosen</source>
        <translation>按您的选择，当前帧保持原样</translation>
    </message>
    <message>
        <source>This frame stays as filmed: nobody speaks</source>
        <translation>当前帧保持原样：无人说话</translation>
    </message>
    <message>
        <source>This frame stays as filmed: no voice here</source>
        <translation>当前帧保持原样：此处没有语音</translation>
    </message>
    <message>
        <source>Timecode</source>
        <translation>时间码</translation>
    </message>
    <message>
        <source>Type a time, then Enter: 12.5, 1:02.5 or 00:00:12:10 (G)</source>
        <translation>输入时间后按回车：12.5、1:02.5 或 00:00:12:10 (G)</translation>
    </message>
    <message>
        <source>Add the voice</source>
        <translation>添加语音</translation>
    </message>
    <message>
        <source>Any sound or film: what is said there, the mouth will say.</source>
        <translation>任何声音或影片：其中所说的话，将由嘴部说出。</translation>
    </message>
    <message>
        <source>Add the film</source>
        <translation>添加影片</translation>
    </message>
    <message>
        <source>The clip with the person who is to speak.</source>
        <translation>含有要说话之人的片段。</translation>
    </message>
    <message>
        <source>Dub a film</source>
        <translation>为影片配音</translation>
    </message>
    <message>
        <source>Drop a film and a voice here, or choose them. The mouth in the film follows the voice.</source>
        <translation>将影片和语音拖到此处，或进行选择。影片中的嘴会跟随语音。</translation>
    </message>
    <message>
        <source>{name} is ready and waits for its film.</source>
        <translation>{name} 已就绪，正等待影片。</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>Open project {name}</source>
        <translation>打开项目 {name}</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>{title}: choose a file</source>
        <translation>{title}：选择文件</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>Warning of a level that is too high</source>
        <translation>电平过高警告</translation>
    </message>
    <message>
        <source>Count-in</source>
        <translation>倒计时</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>录音条</translation>
    </message>
    <message>
        <source>&amp;Use this take</source>
        <translation>使用此条(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Use this take</source>
        <translation>使用此条</translation>
    </message>
    <message>
        <source>Remove this take</source>
        <translation>移除此条</translation>
    </message>
    <message>
        <source>&amp;Microphone</source>
        <translation>麦克风(&amp;M)</translation>
    </message>
    <message>
        <source>Rate this take {number} of {best}</source>
        <translation>为此条评分：{number} / {best}</translation>
    </message>
    <message>
        <source>{number} of {best}; again to take the rating back</source>
        <translation>{number} / {best}；再按一次取消评分</translation>
    </message>
    <message>
        <source>Three beeps, then speak. Use headphones. Space or R ends the take.</source>
        <translation>三声提示音后开始说话。请使用耳机。空格或 R 结束录音。</translation>
    </message>
    <message>
        <source>Records from the playhead on, or between in and out.</source>
        <translation>从播放头开始录制，或在入点与出点之间录制。</translation>
    </message>
    <message>
        <source>⚠ Too loud: it is distorted. Turn the microphone down.</source>
        <translation>⚠ 音量过高，已失真。请调低麦克风。</translation>
    </message>
    <message>
        <source>● Speak</source>
        <translation>● 请说话</translation>
    </message>
    <message>
        <source>Use take</source>
        <translation>使用录音条</translation>
    </message>
    <message>
        <source>Remove take</source>
        <translation>移除录音条</translation>
    </message>
    <message>
        <source>Rate take</source>
        <translation>为录音条评分</translation>
    </message>
    <message>
        <source>About these weights</source>
        <translation>关于这些权重</translation>
    </message>
    <message>
        <source>&amp;Get …</source>
        <translation>获取(&amp;G)…</translation>
    </message>
    <message>
        <source>Get these weights</source>
        <translation>获取这些权重</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>校验(&amp;V)</translation>
    </message>
    <message>
        <source>Verify these weights</source>
        <translation>校验这些权重</translation>
    </message>
    <message>
        <source>&amp;Remove …</source>
        <translation>移除(&amp;R)…</translation>
    </message>
    <message>
        <source>Remove these weights</source>
        <translation>移除这些权重</translation>
    </message>
    <message>
        <source>Get &amp;all of MuseTalk …</source>
        <translation>获取 MuseTalk 的全部(&amp;A)…</translation>
    </message>
    <message>
        <source>Get all weights of MuseTalk</source>
        <translation>获取 MuseTalk 的全部权重</translation>
    </message>
    <message>
        <source>&amp;Import a folder …</source>
        <translation>导入文件夹(&amp;I)…</translation>
    </message>
    <message>
        <source>Import weights from a folder</source>
        <translation>从文件夹导入权重</translation>
    </message>
    <message>
        <source>Getting {name}</source>
        <translation>正在获取 {name}</translation>
    </message>
    <message>
        <source>&amp;Go on …</source>
        <translation>继续(&amp;G)…</translation>
    </message>
    <message>
        <source>MuseTalk</source>
        <translation>MuseTalk</translation>
    </message>
    <message>
        <source>Verifying {name}</source>
        <translation>正在校验 {name}</translation>
    </message>
    <message>
        <source>Remove “{title}” from this machine?</source>
        <translation>从本机移除“{title}”吗？</translation>
    </message>
    <message>
        <source>Remove weights</source>
        <translation>移除权重</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Removing {name}</source>
        <translation>正在移除 {name}</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>正在导入 {name}</translation>
    </message>
    <message>
        <source>{name} is here and whole.</source>
        <translation>{name} 已具备且完整。</translation>
    </message>
    <message>
        <source>Get or import them anew; until then they are not used.</source>
        <translation>请重新获取或导入；在此之前不会使用。</translation>
    </message>
    <message>
        <source>{name} is whole: every byte is as it must be.</source>
        <translation>{name} 完整无误：每个字节都正确。</translation>
    </message>
    <message>
        <source>Used where they lie from now on: {names}.</source>
        <translation>今后从其所在位置使用：{names}。</translation>
    </message>
    <message>
        <source>The built-in engine brings its own. What others have made is fetched when you ask.</source>
        <translation>内置引擎自带权重。他人制作的权重在您要求时才获取。</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>Grow or shrink</source>
        <translation>扩展或收缩</translation>
    </message>
    <message>
        <source>How far the mask&apos;s edge is moved outwards, or inwards below 0.</source>
        <translation>遮罩边缘向外移动的距离；小于 0 则向内。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Face box</source>
        <translation>面部框</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>不显示</translation>
    </message>
    <message>
        <source>Over the picture</source>
        <translation>叠加在画面上</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>单独显示</translation>
    </message>
    <message>
        <source>Show mask</source>
        <translation>显示遮罩</translation>
    </message>
    <message>
        <source>What is seen of the mask on the picture</source>
        <translation>画面上如何显示遮罩</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>What the pointer does on the picture: the brush adds to the mask, the eraser takes from it</source>
        <translation>指针在画面上的作用：画笔增加遮罩，橡皮擦减少遮罩</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Radius of the brush as a share of the face ([ and ])</source>
        <translation>画笔半径，按面部比例（[ 和 ]）</translation>
    </message>
    <message>
        <source>Softness</source>
        <translation>柔和度</translation>
    </message>
    <message>
        <source>How much of the brush fades</source>
        <translation>画笔渐隐的比例</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>缩小画笔</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>放大画笔</translation>
    </message>
    <message>
        <source>Keyframe of {name} in this frame</source>
        <translation>当前帧的“{name}”关键帧</translation>
    </message>
    <message>
        <source>Set or remove a keyframe of {name} in this frame</source>
        <translation>在当前帧添加或移除“{name}”的关键帧</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>随时间变化</translation>
    </message>
    <message>
        <source>Forget correction in this frame</source>
        <translation>放弃当前帧的修正</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>As filmed</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>In the whole clip</source>
        <translation>整个片段</translation>
    </message>
    <message>
        <source>Between in and out</source>
        <translation>入点与出点之间</translation>
    </message>
    <message>
        <source>In this frame; set in and out for more</source>
        <translation>仅当前帧；设置入点和出点可扩大范围</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>every engine</source>
        <translation>所有引擎</translation>
    </message>
    <message>
        <source>built-in</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>lip sync</source>
        <translation>口型同步</translation>
    </message>
    <message>
        <source>{engine}, if chosen</source>
        <translation>{engine}（若选用）</translation>
    </message>
    <message>
        <source>here</source>
        <translation>已具备</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>gone from its folder</source>
        <translation>已从文件夹中消失</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>未具备</translation>
    </message>
    <message>
        <source>begun, {share} %</source>
        <translation>已开始，{share} %</translation>
    </message>
    <message>
        <source>part of Dubwright</source>
        <translation>Dubwright 自带</translation>
    </message>
    <message>
        <source>Lies in {folder}</source>
        <translation>位于 {folder}</translation>
    </message>
    <message>
        <source>They are only forgotten: the files in their folder stay as they are.</source>
        <translation>仅取消登记：其文件夹中的文件保持不变。</translation>
    </message>
    <message>
        <source>The files are deleted; they can be fetched again.</source>
        <translation>文件将被删除；可再次获取。</translation>
    </message>
    <message>
        <source>Mixing the sound</source>
        <translation>正在混音</translation>
    </message>
    <message>
        <source>{failure} The film plays without sound.</source>
        <translation>{failure} 影片将无声播放。</translation>
    </message>
    <message>
        <source>Looking at {name}</source>
        <translation>正在分析 {name}</translation>
    </message>
    <message>
        <source>Preparing the voice</source>
        <translation>正在准备语音</translation>
    </message>
    <message>
        <source>Record take</source>
        <translation>录制录音条</translation>
    </message>
    <message>
        <source>No problem was found in this film.</source>
        <translation>此影片中未发现问题。</translation>
    </message>
    <message>
        <source>Remove marker</source>
        <translation>移除标记</translation>
    </message>
    <message>
        <source>Set marker</source>
        <translation>添加标记</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Words of the window; holds from the next start on.</source>
        <translation>界面语言；下次启动时生效。</translation>
    </message>
    <message>
        <source>As the desktop has it</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Dark, light, or as the desktop has it.</source>
        <translation>深色、浅色或跟随桌面。</translation>
    </message>
    <message>
        <source>Memory for finished frames</source>
        <translation>已完成帧的内存</translation>
    </message>
    <message>
        <source>Frames kept round the playhead, so that looking at them again costs nothing; 0 leaves it to Dubwright.</source>
        <translation>播放头附近保留的帧，再次查看无需计算；0 表示由 Dubwright 决定。</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Seconds, with a beep each, that the picture rolls before you speak.</source>
        <translation>说话前画面预卷的秒数，每秒一声提示音。</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Post-roll</source>
        <translation>后卷</translation>
    </message>
    <message>
        <source>Seconds that are recorded after the out point.</source>
        <translation>出点之后继续录制的秒数。</translation>
    </message>
    <message>
        <source>Cache folder</source>
        <translation>缓存文件夹</translation>
    </message>
    <message>
        <source>Where analyses, waveforms and finished mouths lie that can be made again; holds from the next start on.</source>
        <translation>存放可重新生成的分析、波形和已完成的口型；下次启动时生效。</translation>
    </message>
    <message>
        <source>Largest cache</source>
        <translation>缓存上限</translation>
    </message>
    <message>
        <source>What was used longest ago goes first, never what is in use; holds as soon as this page is closed.</source>
        <translation>最久未使用的先删除，绝不删除正在使用的内容；关闭此页面后生效。</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>The loudspeaker is gone.</source>
        <translation>扬声器已断开。</translation>
    </message>
    <message>
        <source>Plug it in again, then play again.</source>
        <translation>请重新接入，然后再次播放。</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Film sound</source>
        <translation>影片声音</translation>
    </message>
    <message>
        <source>Lip sync</source>
        <translation>口型</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Part of the film that is seen</source>
        <translation>影片可见部分</translation>
    </message>
    <message>
        <source>They are looked for …</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>{count} frames</source>
        <translation>{count} 帧</translation>
    </message>
    <message>
        <source>None was found.</source>
        <translation>未发现问题。</translation>
    </message>
    <message>
        <source>They are looked for where a voice is.</source>
        <translation>只在有语音处查找。</translation>
    </message>
    <message>
        <source>Move voice</source>
        <translation>移动语音</translation>
    </message>
    <message>
        <source>Move clip</source>
        <translation>移动片段</translation>
    </message>
    <message>
        <source>Trim clip</source>
        <translation>修剪片段</translation>
    </message>
    <message>
        <source>Move keyframe</source>
        <translation>移动关键帧</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Voice from {time} on</source>
        <translation>语音自 {time} 起</translation>
    </message>
    <message>
        <source>the clip to dub</source>
        <translation>要配音的片段</translation>
    </message>
    <message>
        <source>what is to be said</source>
        <translation>要说的内容</translation>
    </message>
    <message>
        <source>Drop a film on the left, a voice on the right</source>
        <translation>影片放在左侧，语音放在右侧</translation>
    </message>
    <message>
        <source>Progress of {name}</source>
        <translation>{name} 的进度</translation>
    </message>
    <message>
        <source>Newest picture of {name}</source>
        <translation>{name} 的最新画面</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>提前</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>推后</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>再来</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Frames that stay as filmed</source>
        <translation>保持原样的帧</translation>
    </message>
    <message>
        <source>Frames that stay …</source>
        <translation>保持原样的帧…</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>{count} dubbed</source>
        <translation>{count} 已配音</translation>
    </message>
    <message>
        <source>{count} without speech</source>
        <translation>{count} 无语音</translation>
    </message>
    <message>
        <source>{count} could not be dubbed and stay as filmed</source>
        <translation>{count} 无法配音，保持原样</translation>
    </message>
    <message>
        <source>nothing left out</source>
        <translation>无遗漏</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Stopped; nothing was written</source>
        <translation>已停止；未写入任何内容</translation>
    </message>
    <message>
        <source>Begins …</source>
        <translation>即将开始…</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 到 {last}</translation>
    </message>
    <message>
        <source>1 frame</source>
        <translation>1 帧</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>关闭消息</translation>
    </message>
    <message>
        <source>Error: </source>
        <translation>错误：</translation>
    </message>
    <message>
        <source>Note: </source>
        <translation>提示：</translation>
    </message>
    <message>
        <source>Playhead</source>
        <translation>播放头</translation>
    </message>
    <message>
        <source>Working …</source>
        <translation>处理中…</translation>
    </message>
    <message>
        <source>{done:,} of {total:,}</source>
        <translation>{done:,} / {total:,}</translation>
    </message>
    <message>
        <source>{words} · {left} left</source>
        <translation>{words} · 剩余 {left}</translation>
    </message>
    <message>
        <source>Waiting …</source>
        <translation>等待中…</translation>
    </message>
    <message>
        <source>Progress of {title}</source>
        <translation>{title} 的进度</translation>
    </message>
    <message>
        <source>Newest picture of {title}</source>
        <translation>{title} 的最新画面</translation>
    </message>
    <message>
        <source>Cancel {title}</source>
        <translation>取消 {title}</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
        <source>Difference, 4 times as large</source>
        <translation>差异，放大 4 倍</translation>
    </message>
    <message>
        <source>cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>comparing</source>
        <translation>正在比较</translation>
    </message>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>faces</source>
        <translation>面孔</translation>
    </message>
    <message>
        <source>fetched</source>
        <translation>已获取</translation>
    </message>
    <message>
        <source>fetching</source>
        <translation>正在获取</translation>
    </message>
    <message>
        <source>files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>film</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>films to compare</source>
        <translation>用于比较的影片</translation>
    </message>
    <message>
        <source>formats</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>in step</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>microphones</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>networks</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>other tracks</source>
        <translation>其他轨道</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>plain loop</source>
        <translation>简单循环</translation>
    </message>
    <message>
        <source>portraits</source>
        <translation>肖像</translation>
    </message>
    <message>
        <source>problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>reading sound</source>
        <translation>正在读取声音</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>录制</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>steadying</source>
        <translation>正在稳定</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>verifying</source>
        <translation>正在校验</translation>
    </message>
    <message>
        <source>voice</source>
        <translation>语音</translation>
    </message>
    <message>
        <source>ways to run</source>
        <translation>运行方式</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>no face</source>
        <translation>没有面孔</translation>
    </message>
    <message>
        <source>face uncertain</source>
        <translation>面孔不确定</translation>
    </message>
    <message>
        <source>face jumps</source>
        <translation>面孔跳动</translation>
    </message>
    <message>
        <source>mouth outside the picture</source>
        <translation>嘴部超出画面</translation>
    </message>
    <message>
        <source>head turned too far</source>
        <translation>头部转角过大</translation>
    </message>
    <message>
        <source>face larger than the engine paints</source>
        <translation>面孔大于引擎可绘制的尺寸</translation>
    </message>
    <message>
        <source>out of sync</source>
        <translation>不同步</translation>
    </message>
    <message>
        <source>the network gave no picture</source>
        <translation>网络没有输出画面</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Remove keyframe</source>
        <translation>移除关键帧</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>画笔</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>橡皮擦</translation>
    </message>
    <message>
        <source>Clear strokes</source>
        <translation>清除笔迹</translation>
    </message>
    <message>
        <source>Move face box</source>
        <translation>移动面部框</translation>
    </message>
    <message>
        <source>Resize face box</source>
        <translation>调整面部框大小</translation>
    </message>
    <message>
        <source>Move landmark</source>
        <translation>移动特征点</translation>
    </message>
    <message>
        <source>Forget correction</source>
        <translation>放弃修正</translation>
    </message>
    <message>
        <source>Use the original here</source>
        <translation>此处使用原片</translation>
    </message>
    <message>
        <source>Use the dub here</source>
        <translation>此处使用配音</translation>
    </message>
    <message>
        <source>Set keyframe</source>
        <translation>添加关键帧</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Face prepared</source>
        <translation>面部准备</translation>
    </message>
    <message>
        <source>Mouth made</source>
        <translation>嘴部生成</translation>
    </message>
    <message>
        <source>Face parsed</source>
        <translation>面部解析</translation>
    </message>
    <message>
        <source>Laid over</source>
        <translation>叠加</translation>
    </message>
    <message>
        <source>As filmed: nobody speaks</source>
        <translation>保持原样：无人说话</translation>
    </message>
    <message>
        <source>⚠ As filmed: {reason}</source>
        <translation>⚠ 保持原样：{reason}</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Here you see how the frame at the playhead was dubbed, once it is ready.</source>
        <translation>播放头处的帧完成后，这里会显示其配音过程。</translation>
    </message>
    <message>
        <source>No voice is on this frame.</source>
        <translation>此帧没有语音。</translation>
    </message>
    <message>
        <source>Face {number}</source>
        <translation>面孔 {number}</translation>
    </message>
    <message>
        <source>Crop in</source>
        <translation>输入裁剪</translation>
    </message>
    <message>
        <source>Crop out</source>
        <translation>输出裁剪</translation>
    </message>
    <message>
        <source>Landmarks</source>
        <translation>特征点</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Head turned</source>
        <translation>头部转角</translation>
    </message>
    <message>
        <source>Colour at the seam</source>
        <translation>接缝处颜色</translation>
    </message>
    <message>
        <source>{after:.1f} levels ({before:.1f} before matching)</source>
        <translation>{after:.1f} 级（匹配前 {before:.1f}）</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Time by stage</source>
        <translation>各阶段用时</translation>
    </message>
    <message>
        <source>What was remembered from before takes no time.</source>
        <translation>先前已记住的内容不耗时。</translation>
    </message>
    <message>
        <source>Mask on the picture</source>
        <translation>画面上的遮罩</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Click a step, or press Enter on it, to go to the state after it.</source>
        <translation>单击某个步骤，或在其上按回车键，即可回到该步骤之后的状态。</translation>
    </message>
    <message>
        <source>As opened</source>
        <translation>打开时的状态</translation>
    </message>
    <message>
        <source>{step}, taken back</source>
        <translation>{step}，已撤销</translation>
    </message>
    <message>
        <source>{step}, present state</source>
        <translation>{step}，当前状态</translation>
    </message>
    <message>
        <source>New better: {new}. Old better: {old}. Alike: {equal}.</source>
        <translation>新的更好：{new}。旧的更好：{old}。相同：{equal}。</translation>
    </message>
    <message>
        <source>Somebody who only guesses gets a result this uneven, or more so, {often}.</source>
        <translation>纯靠猜测得到同样或更悬殊结果的机会：{often}。</translation>
    </message>
    <message>
        <source>You prefer the new one.</source>
        <translation>您更喜欢新的。</translation>
    </message>
    <message>
        <source>You prefer the old one.</source>
        <translation>您更喜欢旧的。</translation>
    </message>
    <message>
        <source>nearly always</source>
        <translation>几乎总是</translation>
    </message>
    <message>
        <source>{count} times of 100</source>
        <translation>100 次中有 {count} 次</translation>
    </message>
    <message>
        <source>{count} times of 1000</source>
        <translation>1000 次中有 {count} 次</translation>
    </message>
    <message>
        <source>Compare blindly</source>
        <translation>盲比较</translation>
    </message>
    <message>
        <source>Left picture</source>
        <translation>左图</translation>
    </message>
    <message>
        <source>Right picture</source>
        <translation>右图</translation>
    </message>
    <message>
        <source>← Left is better</source>
        <translation>← 左边更好</translation>
    </message>
    <message>
        <source>= They look alike</source>
        <translation>= 看起来一样</translation>
    </message>
    <message>
        <source>Right is better →</source>
        <translation>右边更好 →</translation>
    </message>
    <message>
        <source>One back</source>
        <translation>退回一个</translation>
    </message>
    <message>
        <source>What you chose, film by film</source>
        <translation>逐个影片的选择</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 个，共 {count} 个</translation>
    </message>
    <message>
        <source>Which was which</source>
        <translation>揭晓</translation>
    </message>
    <message>
        <source>Both say the same. Which mouth fits the voice better, and looks more real?</source>
        <translation>两边说的内容相同。哪边的嘴更贴合声音、看起来更真实？</translation>
    </message>
    <message>
        <source>Keys: Left, Right, = if alike, Backspace for one back. At the end you see which was which.</source>
        <translation>按键：左、右，= 表示相同，退格键退回一个。最后会揭晓哪个是哪个。</translation>
    </message>
    <message>
        <source>Film {name}: they looked alike</source>
        <translation>影片 {name}：看起来一样</translation>
    </message>
    <message>
        <source>Film {name}: you chose the new one</source>
        <translation>影片 {name}：您选了新的</translation>
    </message>
    <message>
        <source>Film {name}: you chose the old one</source>
        <translation>影片 {name}：您选了旧的</translation>
    </message>
    <message>
        <source>Clips of one person</source>
        <translation>同一个人的片段</translation>
    </message>
    <message>
        <source>By the memory</source>
        <translation>按内存决定</translation>
    </message>
    <message>
        <source>The whole network</source>
        <translation>整个网络</translation>
    </message>
    <message>
        <source>A small correction (LoRA)</source>
        <translation>小幅修正（LoRA）</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Films can be dropped here.</source>
        <translation>可以把影片拖放到这里。</translation>
    </message>
    <message>
        <source>Add &amp;films …</source>
        <translation>添加影片(&amp;F)…</translation>
    </message>
    <message>
        <source>Remove the chosen clips</source>
        <translation>移除所选片段</translation>
    </message>
    <message>
        <source>Name of the new weights</source>
        <translation>新权重的名称</translation>
    </message>
    <message>
        <source>letters, digits, dots, dashes</source>
        <translation>字母、数字、点、短横线</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>基础</translation>
    </message>
    <message>
        <source>The weights that are adapted; they stay as they are</source>
        <translation>要调整的权重；其本身保持不变</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>What is learned: the whole network, or a small correction of it</source>
        <translation>学习的内容：整个网络，或对它的小幅修正</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>How much of the film is kept back, to see whether it helped</source>
        <translation>留出影片的多少，用来检验是否有帮助</translation>
    </message>
    <message>
        <source>{share} % of the film</source>
        <translation>影片的 {share} %</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>检查(&amp;C)</translation>
    </message>
    <message>
        <source>Check the clips and this machine</source>
        <translation>检查片段和本机</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Stop the training</source>
        <translation>停止训练</translation>
    </message>
    <message>
        <source>What the training does</source>
        <translation>训练状态</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>What can be learned from, clip by clip</source>
        <translation>逐个片段：可用于学习的内容</translation>
    </message>
    <message>
        <source>The engine gives its memory back; other work that runs is finished first.</source>
        <translation>引擎正在归还内存；先完成其他正在进行的工作。</translation>
    </message>
    <message>
        <source>Saving what was learned …</source>
        <translation>正在保存所学内容…</translation>
    </message>
    <message>
        <source>The engine&apos;s memory is lent to the training: new frames are shown as filmed.</source>
        <translation>引擎的内存已借给训练：新的帧按原片显示。</translation>
    </message>
    <message>
        <source>Re&amp;sume</source>
        <translation>继续(&amp;S)</translation>
    </message>
    <message>
        <source>Resume the training</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>Start the training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>Use the new weights</source>
        <translation>使用新权重</translation>
    </message>
    <message>
        <source>A minute or more of one person who faces the camera and speaks, with its own sound.</source>
        <translation>一分钟以上：同一个人面向镜头说话，并带原声。</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Difference from the film</source>
        <translation>与影片的差异</translation>
    </message>
    <message>
        <source>Held-out samples</source>
        <translation>保留样本</translation>
    </message>
    <message>
        <source>New weights</source>
        <translation>新权重</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Figures before and after</source>
        <translation>前后数值</translation>
    </message>
    <message>
        <source>&amp;Use the new weights</source>
        <translation>使用新权重(&amp;U)</translation>
    </message>
    <message>
        <source>Compare &amp;blindly …</source>
        <translation>盲比较(&amp;B)…</translation>
    </message>
    <message>
        <source>Measured on {seconds} held-out seconds; bounds hold 95 times of 100.</source>
        <translation>在 {seconds} 秒保留片段上测得；区间在 100 次中有 95 次成立。</translation>
    </message>
    <message>
        <source>Mouth and voice were not compared here yet. It is done while nothing else is asked.</source>
        <translation>此处尚未比较口型与语音。空闲时会自动进行。</translation>
    </message>
    <message>
        <source>Is the mouth in step with the voice? Measured in the finished picture: how the opening of the mouth that is seen follows the voice that is heard, in stretches of some seconds. ✓ in step, ⚠ late or early, ✕ the mouth does something else, ? too little to tell.</source>
        <translation>口型与语音是否同步？在成片画面中按数秒一段测量：所见嘴部的开合如何跟随所听到的语音。✓ 同步，⚠ 偏晚或偏早，✕ 口型与语音不符，? 依据太少，无法判断。</translation>
    </message>
    <message>
        <source>The voice speaks and the mouth does not move.</source>
        <translation>语音在说话，但嘴没有动。</translation>
    </message>
    <message>
        <source>The mouth is {seconds:.2f} s late.</source>
        <translation>口型晚了 {seconds:.2f} 秒。</translation>
    </message>
    <message>
        <source>The mouth is {seconds:.2f} s early.</source>
        <translation>口型早了 {seconds:.2f} 秒。</translation>
    </message>
    <message>
        <source>Mouth and voice are in step.</source>
        <translation>口型与语音同步。</translation>
    </message>
    <message>
        <source>The mouth does something else than the voice says.</source>
        <translation>口型与语音所说的内容不符。</translation>
    </message>
    <message>
        <source>Too little is spoken or seen here to tell whether mouth and voice are in step.</source>
        <translation>此处的语音或画面太少，无法判断口型与语音是否同步。</translation>
    </message>
    <message>
        <source>dubbed mouth</source>
        <translation>配音后的嘴</translation>
    </message>
    <message>
        <source>mouth as filmed</source>
        <translation>原片的嘴</translation>
    </message>
    <message>
        <source>{whose}, {seconds:.1f} s of speech, correlation {r:.2f}, lag {lag:+.2f} s</source>
        <translation>{whose}，语音 {seconds:.1f} 秒，相关系数 {r:.2f}，偏移 {lag:+.2f} 秒</translation>
    </message>
    <message>
        <source>the opening of the lips</source>
        <translation>嘴唇的开合</translation>
    </message>
    <message>
        <source>the opening of the lips and your own small network</source>
        <translation>嘴唇的开合与你自己的小型网络</translation>
    </message>
    <message>
        <source>SyncNet</source>
        <translation>SyncNet</translation>
    </message>
    <message>
        <source>“{name}” was begun with other clips, weights or settings.</source>
        <translation>“{name}”是用别的片段、权重或设置开始的。</translation>
    </message>
    <message>
        <source>Choose another name, or all as it was to go on.</source>
        <translation>请换一个名称；若要继续，请全部选回原样。</translation>
    </message>
    <message>
        <source>Stopped before it began.</source>
        <translation>在开始前已停止。</translation>
    </message>
    <message>
        <source>The training waits for other work</source>
        <translation>训练正在等待其他工作</translation>
    </message>
    <message>
        <source>The weights “{name}” are there.</source>
        <translation>权重“{name}”已生成。</translation>
    </message>
    <message>
        <source>The clips can be learned from.</source>
        <translation>这些片段可用于学习。</translation>
    </message>
    <message>
        <source>The training program cannot be started: {program}.</source>
        <translation>无法启动训练程序：{program}。</translation>
    </message>
    <message>
        <source>Install Dubwright again, then start once more.</source>
        <translation>请重新安装 Dubwright，然后再次开始。</translation>
    </message>
    <message>
        <source>The training ended unexpectedly: it was ended from outside, or memory ran out.</source>
        <translation>训练意外结束：被外部终止，或内存耗尽。</translation>
    </message>
    <message>
        <source>The training ended by a defect: {last}</source>
        <translation>训练因缺陷而结束：{last}</translation>
    </message>
    <message>
        <source>Start again; clips that were looked at are remembered.</source>
        <translation>请重新开始；已检查的片段会被记住。</translation>
    </message>
    <message>
        <source>Resume goes on from what was saved last. Close other programs if memory is short.</source>
        <translation>“继续”会从上次保存处接着进行。内存不足时请关闭其他程序。</translation>
    </message>
    <message>
        <source>Stopped after step {step}; Resume goes on.</source>
        <translation>在第 {step} 步后停止；点“继续”可接着进行。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>What is trained cannot be noted.</source>
        <translation>无法记录训练信息。</translation>
    </message>
    <message>
        <source>The films to compare are not there any more.</source>
        <translation>用于比较的影片已不存在。</translation>
    </message>
    <message>
        <source>shorter than {a} s</source>
        <translation>短于 {a} 秒</translation>
    </message>
    <message>
        <source>{a} people are seen</source>
        <translation>画面中有 {a} 个人</translation>
    </message>
    <message>
        <source>the face is {a} pixels wide, less than {b}</source>
        <translation>人脸宽 {a} 像素，少于 {b}</translation>
    </message>
    <message>
        <source>blurred (sharpness {a})</source>
        <translation>模糊（清晰度 {a}）</translation>
    </message>
    <message>
        <source>no sound</source>
        <translation>没有声音</translation>
    </message>
    <message>
        <source>somebody speaks in {a} of it only</source>
        <translation>其中只有 {a} 有人说话</translation>
    </message>
    <message>
        <source>the mouth does not move, or too little is spoken to tell</source>
        <translation>嘴没有动，或说话太少无法判断</translation>
    </message>
    <message>
        <source>lips and sound do not belong together (confidence {a})</source>
        <translation>嘴唇与声音不匹配（置信度 {a}）</translation>
    </message>
    <message>
        <source>the lips are {a} s too late</source>
        <translation>嘴唇晚 {a} 秒</translation>
    </message>
    <message>
        <source>the lips are {a} s too early</source>
        <translation>嘴唇早 {a} 秒</translation>
    </message>
    <message>
        <source>no face is seen in it</source>
        <translation>其中没有人脸</translation>
    </message>
    <message>
        <source>The perceptual loss is left out: its network is not here.</source>
        <translation>未使用感知损失：其网络不在本机。</translation>
    </message>
    <message>
        <source>The last {a} seconds are held out for the proof.</source>
        <translation>最后 {a} 秒保留用于验证。</translation>
    </message>
    <message>
        <source>Memory is short: a small correction of the weights is learned (LoRA).</source>
        <translation>内存不足：只学习权重的小幅修正（LoRA）。</translation>
    </message>
    <message>
        <source>Not enough: {a} seconds can be learned from, {b} are the least.</source>
        <translation>不够：可用于学习的有 {a} 秒，至少需要 {b} 秒。</translation>
    </message>
    <message>
        <source>Use sharp film of one person who faces the camera and speaks, with its own sound; a minute or more.</source>
        <translation>请使用清晰的影片：同一个人面向镜头说话并带原声，一分钟以上。</translation>
    </message>
    <message>
        <source>{a} seconds of film are too few to hold any of it out.</source>
        <translation>{a} 秒影片太少，无法保留一部分。</translation>
    </message>
    <message>
        <source>Use a minute of film or more.</source>
        <translation>请使用一分钟以上的影片。</translation>
    </message>
    <message>
        <source>There are weights called “{a}” already.</source>
        <translation>已有名为“{a}”的权重。</translation>
    </message>
    <message>
        <source>Choose another name; none is overwritten.</source>
        <translation>请另选名称；不会覆盖任何权重。</translation>
    </message>
    <message>
        <source>About {a} GB of memory are needed; {b} GB are free.</source>
        <translation>约需 {a} GB 内存；可用 {b} GB。</translation>
    </message>
    <message>
        <source>Close other programs, or train on a machine with more memory.</source>
        <translation>请关闭其他程序，或在内存更大的机器上训练。</translation>
    </message>
    <message>
        <source>Better: nearer to the film, heeding the voice, and nothing became worse.</source>
        <translation>更好：更接近影片，跟随声音，且没有任何指标变差。</translation>
    </message>
    <message>
        <source>Worse: at least one figure became worse, beyond chance.</source>
        <translation>更差：至少有一项数值变差，且超出偶然。</translation>
    </message>
    <message>
        <source>No difference: what changed could be chance, or is too little to be seen.</source>
        <translation>没有差别：变化可能是偶然，或小到看不出。</translation>
    </message>
    <message>
        <source>Use the new weights where this person speaks.</source>
        <translation>在此人说话处使用新权重。</translation>
    </message>
    <message>
        <source>Stay with the base. More, or sharper, film of this person may help.</source>
        <translation>请继续使用基础权重。此人更多或更清晰的影片可能有帮助。</translation>
    </message>
    <message>
        <source>Stay with the base. More film of this person may help.</source>
        <translation>请继续使用基础权重。此人更多的影片可能有帮助。</translation>
    </message>
    <message>
        <source>Lips opened too far, or not far enough</source>
        <translation>嘴唇张得过大或过小</translation>
    </message>
    <message>
        <source>Detail lost at the mouth</source>
        <translation>嘴部损失的细节</translation>
    </message>
    <message>
        <source>Heed of the voice</source>
        <translation>对声音的跟随</translation>
    </message>
    <message>
        <source>✓ {times}  kept</source>
        <translation>✓ {times}  保留</translation>
    </message>
    <message>
        <source>✗ {times}  left out: {reasons}</source>
        <translation>✗ {times}  排除：{reasons}</translation>
    </message>
    <message>
        <source>✗ cannot be used: {reason}</source>
        <translation>✗ 无法使用：{reason}</translation>
    </message>
    <message>
        <source>{seconds:.0f} seconds can be learned from.</source>
        <translation>有 {seconds:.0f} 秒可用于学习。</translation>
    </message>
    <message>
        <source>Not enough: {seconds:.0f} seconds can be learned from, {least:.0f} are the least.</source>
        <translation>不够：可用于学习的有 {seconds:.0f} 秒，至少需要 {least:.0f} 秒。</translation>
    </message>
    <message>
        <source>About {time} for {steps} steps, {memory:.1f} GB of memory; {free:.1f} GB are free.</source>
        <translation>{steps} 步约需 {time}，内存 {memory:.1f} GB；可用 {free:.1f} GB。</translation>
    </message>
    <message>
        <source>{title}: not measured.</source>
        <translation>{title}：未测量。</translation>
    </message>
    <message>
        <source>{title}: {before:.3f} before, {after:.3f} after; measured once only.</source>
        <translation>{title}：之前 {before:.3f}，之后 {after:.3f}；只测量了一次。</translation>
    </message>
    <message>
        <source>{title}: {before:.3f} before, {after:.3f} after – better by {low:.3f} to {high:.3f}.</source>
        <translation>{title}：之前 {before:.3f}，之后 {after:.3f}——改善 {low:.3f} 至 {high:.3f}。</translation>
    </message>
    <message>
        <source>{title}: {before:.3f} before, {after:.3f} after – worse by {low:.3f} to {high:.3f}.</source>
        <translation>{title}：之前 {before:.3f}，之后 {after:.3f}——变差 {low:.3f} 至 {high:.3f}。</translation>
    </message>
    <message>
        <source>{title}: {before:.3f} before, {after:.3f} after – {low:.3f} better to {high:.3f} worse: may be chance.</source>
        <translation>{title}：之前 {before:.3f}，之后 {after:.3f}——从改善 {low:.3f} 到变差 {high:.3f}：可能是偶然。</translation>
    </message>
    <message>
        <source>Difference from the film over the steps</source>
        <translation>各步与影片的差异</translation>
    </message>
    <message>
        <source>Newest values of the curves</source>
        <translation>曲线的最新数值</translation>
    </message>
    <message>
        <source>━ learned from: {value:.4f} at step {step}</source>
        <translation>━ 学习部分：第 {step} 步 {value:.4f}</translation>
    </message>
    <message>
        <source>╍○ held out: {value:.4f} at step {step}</source>
        <translation>╍○ 保留部分：第 {step} 步 {value:.4f}</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Step of the samples</source>
        <translation>样本的步数</translation>
    </message>
    <message>
        <source>Step {step}. From above: what was shown, a reference, what was painted, the film.</source>
        <translation>第 {step} 步。自上而下：给出的画面、参考、绘制结果、影片。</translation>
    </message>
    <message>
        <source>Place voice</source>
        <translation>放置语音</translation>
    </message>
    <message>
        <source>Cache now</source>
        <translation>当前缓存</translation>
    </message>
    <message>
        <source>Room of the cache</source>
        <translation>缓存占用的空间</translation>
    </message>
    <message>
        <source>C&amp;lear …</source>
        <translation>清空(&amp;L)…</translation>
    </message>
    <message>
        <source>Clear the cache</source>
        <translation>清空缓存</translation>
    </message>
    <message>
        <source>Looking at the cache</source>
        <translation>正在查看缓存</translation>
    </message>
    <message>
        <source>{taken} of at most {limit}; {free} are free on this disk.</source>
        <translation>已用 {taken}，上限 {limit}；此磁盘还有 {free} 可用。</translation>
    </message>
    <message>
        <source>Trainings keep {size} more there.</source>
        <translation>训练另占用 {size}。</translation>
    </message>
    <message>
        <source>There is no cache to look at.</source>
        <translation>没有可查看的缓存。</translation>
    </message>
    <message>
        <source>Clear cache</source>
        <translation>清空缓存</translation>
    </message>
    <message>
        <source>Clear the cache?</source>
        <translation>要清空缓存吗？</translation>
    </message>
    <message>
        <source>Analyses, waveforms and finished mouths go; they are made again when needed, which takes time.</source>
        <translation>将删除分析、波形和已完成的口型；需要时会重新生成，但要花费时间。</translation>
    </message>
    <message>
        <source>Films, voices, takes, projects, weights, trainings and what is open or runs now stay.</source>
        <translation>影片、语音、录音、项目、权重、训练以及当前打开或正在运行的内容都会保留。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Clearing the cache</source>
        <translation>正在清空缓存</translation>
    </message>
    <message>
        <source>{size} were removed.</source>
        <translation>已删除 {size}。</translation>
    </message>
    <message>
        <source>{size} stay, as they are in use.</source>
        <translation>{size} 正在使用，予以保留。</translation>
    </message>
    <message>
        <source>{size:.1f} GB</source>
        <translation>{size:.1f} GB</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>Docks</source>
        <translation>停靠面板</translation>
    </message>
</context>
</TS>
