<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source> What was said before is kept.</source>
        <translation> 之前所说的已保留。</translation>
    </message>
    <message>
        <source>1 frame at the beginning cannot be decoded and is left out.</source>
        <translation>开头有 1 帧无法解码，已略去。</translation>
    </message>
    <message>
        <source>1 frame at the end cannot be decoded and is left out.</source>
        <translation>结尾有 1 帧无法解码，已略去。</translation>
    </message>
    <message>
        <source>A .{container} file cannot hold {codec}.</source>
        <translation>.{container} 文件不能包含 {codec}。</translation>
    </message>
    <message>
        <source>A list of exports is damaged and was put aside as {aside}.</source>
        <translation>某个导出列表已损坏，已另存为 {aside}。</translation>
    </message>
    <message>
        <source>A list of exports was kept by a newer Dubwright and stays in {file}.</source>
        <translation>某个导出列表由较新的 Dubwright 保存，保留在 {file} 中。</translation>
    </message>
    <message>
        <source>A value kept in the cache “{kind}” was damaged; it is made anew.</source>
        <translation>缓存“{kind}”中的一个值已损坏，将重新生成。</translation>
    </message>
    <message>
        <source>Add one first.</source>
        <translation>请先添加一个。</translation>
    </message>
    <message>
        <source>Allow writing there, or choose another folder.</source>
        <translation>请允许写入该处，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Allow writing there, or name another folder in {variable}.</source>
        <translation>请允许在那里写入，或在 {variable} 中指定其他文件夹。</translation>
    </message>
    <message>
        <source>Allow writing there, or remove the folder by hand.</source>
        <translation>请允许写入该处，或手动删除该文件夹。</translation>
    </message>
    <message>
        <source>Another program holds the cache “{kind}”; some of what is made is not kept.</source>
        <translation>另一个程序占用了缓存“{kind}”；部分结果不会保留。</translation>
    </message>
    <message>
        <source>Ask for permission to read it, or copy it.</source>
        <translation>请申请读取权限，或复制一份。</translation>
    </message>
    <message>
        <source>Ask its author for a safetensors file, or for a plain state dict.</source>
        <translation>请向作者索取 safetensors 文件或普通的 state dict。</translation>
    </message>
    <message>
        <source>Begin another one.</source>
        <translation>请重新开始一段。</translation>
    </message>
    <message>
        <source>BiSeNet face parsing, 19 classes</source>
        <translation>BiSeNet 面部解析，19 类</translation>
    </message>
    <message>
        <source>Built-in engine: sound to mouth shapes</source>
        <translation>内置引擎：从声音到口型</translation>
    </message>
    <message>
        <source>Check the disk or choose another folder.</source>
        <translation>请检查磁盘或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Check the folder and the free space.</source>
        <translation>请检查文件夹和可用空间。</translation>
    </message>
    <message>
        <source>Check the name and the folder.</source>
        <translation>请检查名称和文件夹。</translation>
    </message>
    <message>
        <source>Check the name, or choose the file again.</source>
        <translation>请检查名称，或重新选择文件。</translation>
    </message>
    <message>
        <source>Check the network, or name a mirror with --mirror or HF_ENDPOINT; what has come so far is kept.</source>
        <translation>请检查网络，或用 --mirror 或 HF_ENDPOINT 指定镜像；已收到的部分会保留。</translation>
    </message>
    <message>
        <source>Choose a .pth, .pt, .bin or .safetensors file.</source>
        <translation>请选择 .pth、.pt、.bin 或 .safetensors 文件。</translation>
    </message>
    <message>
        <source>Choose a file name for the result.</source>
        <translation>请为结果选择文件名。</translation>
    </message>
    <message>
        <source>Choose a file that ends in .dub.</source>
        <translation>请选择以 .dub 结尾的文件。</translation>
    </message>
    <message>
        <source>Choose a file with sound.</source>
        <translation>请选择带声音的文件。</translation>
    </message>
    <message>
        <source>Choose a film or a still image.</source>
        <translation>请选择影片或静态图片。</translation>
    </message>
    <message>
        <source>Choose a folder of PNG or JPEG files.</source>
        <translation>请选择包含 PNG 或 JPEG 文件的文件夹。</translation>
    </message>
    <message>
        <source>Choose a project saved by Dubwright.</source>
        <translation>请选择由 Dubwright 保存的项目。</translation>
    </message>
    <message>
        <source>Choose another clip, or another face.</source>
        <translation>请选择其他片段或其他面孔。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>请选择其他文件。</translation>
    </message>
    <message>
        <source>Choose another folder for it in the settings.</source>
        <translation>请在设置中为其选择其他文件夹。</translation>
    </message>
    <message>
        <source>Choose another folder with -o.</source>
        <translation>请用 -o 选择其他文件夹。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Choose another name for the result.</source>
        <translation>请为结果选择其他名称。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请选择其他名称。</translation>
    </message>
    <message>
        <source>Choose another stretch of the film, or another face.</source>
        <translation>请选择影片的其他区段或其他面孔。</translation>
    </message>
    <message>
        <source>Choose one of: {join}.</source>
        <translation>请从以下选择：{join}。</translation>
    </message>
    <message>
        <source>Choose the codec h264, which can.</source>
        <translation>请选择支持此项的编码器 h264。</translation>
    </message>
    <message>
        <source>Choose the codec {other}, which works here.</source>
        <translation>请选择在此可用的编码器 {other}。</translation>
    </message>
    <message>
        <source>Choose the device “cpu”, or the backend “torch”.</source>
        <translation>请选择设备“cpu”或后端“torch”。</translation>
    </message>
    <message>
        <source>Choose the engine “instant”.</source>
        <translation>请选择引擎“instant”。</translation>
    </message>
    <message>
        <source>Choose the film that it names.</source>
        <translation>请选择其中指明的影片。</translation>
    </message>
    <message>
        <source>Choose the folder of an unpacked insightface pack.</source>
        <translation>请选择已解压的 insightface 包所在文件夹。</translation>
    </message>
    <message>
        <source>Choose “cpu”, or leave the choice to Dubwright.</source>
        <translation>请选择“cpu”，或交由 Dubwright 选择。</translation>
    </message>
    <message>
        <source>Close other programs that use it, allow this one to use it in the system&apos;s settings, or choose another.</source>
        <translation>请关闭占用它的其他程序，在系统设置中允许本程序使用，或选择其他设备。</translation>
    </message>
    <message>
        <source>Close other programs, or choose the built-in engine.</source>
        <translation>请关闭其他程序，或选择内置引擎。</translation>
    </message>
    <message>
        <source>Close other programs.</source>
        <translation>请关闭其他程序。</translation>
    </message>
    <message>
        <source>Close programs that use it, or choose another.</source>
        <translation>请关闭占用它的程序，或选择其他设备。</translation>
    </message>
    <message>
        <source>Colours stored as {matrix} are read as those of its size; they may look wrong.</source>
        <translation>以 {matrix} 存储的颜色按画面尺寸对应的标准读取，可能显示不正确。</translation>
    </message>
    <message>
        <source>Convert it to H.264.</source>
        <translation>请转换为 H.264。</translation>
    </message>
    <message>
        <source>Copy or download the file again.</source>
        <translation>请重新复制或下载该文件。</translation>
    </message>
    <message>
        <source>Copy the file again, or convert it with another program.</source>
        <translation>请重新复制该文件，或用其他程序转换。</translation>
    </message>
    <message>
        <source>Copy the file again, or convert it.</source>
        <translation>请重新复制该文件，或进行转换。</translation>
    </message>
    <message>
        <source>Copy the file again, or make a smaller one.</source>
        <translation>请重新复制该文件，或制作一个较小的文件。</translation>
    </message>
    <message>
        <source>Copy the file again, or save it as PNG.</source>
        <translation>请重新复制该文件，或另存为 PNG。</translation>
    </message>
    <message>
        <source>Copy the file again.</source>
        <translation>请重新复制该文件。</translation>
    </message>
    <message>
        <source>Even one frame needs more memory than {title} has.</source>
        <translation>即使只处理一帧，所需内存也超过 {title} 的容量。</translation>
    </message>
    <message>
        <source>Exports go on, but are forgotten when Dubwright ends.</source>
        <translation>导出会继续，但 Dubwright 退出后不再保留。</translation>
    </message>
    <message>
        <source>Face detector and 468-point face mesh</source>
        <translation>面孔检测器与 468 点面部网格</translation>
    </message>
    <message>
        <source>Face {chosen} is not seen between frames {start} and {stop}.</source>
        <translation>在第 {start} 帧到第 {stop} 帧之间看不到面孔 {chosen}。</translation>
    </message>
    <message>
        <source>Faces found: {known}.</source>
        <translation>找到的面孔：{known}。</translation>
    </message>
    <message>
        <source>Fetch it again; if it happens again, use another network or mirror.</source>
        <translation>请重新下载；若再次发生，请换用其他网络或镜像。</translation>
    </message>
    <message>
        <source>Fetch or copy it again; “dubwright weights verify” says what is whole.</source>
        <translation>请重新下载或复制；“dubwright weights verify”会说明哪些完好。</translation>
    </message>
    <message>
        <source>Fetching is switched off by HF_HUB_OFFLINE.</source>
        <translation>HF_HUB_OFFLINE 已关闭下载。</translation>
    </message>
    <message>
        <source>Films are not written as “{value}”.</source>
        <translation>影片不能写成“{value}”。</translation>
    </message>
    <message>
        <source>Frame {value} is {what}.</source>
        <translation>第 {value} 帧{what}。</translation>
    </message>
    <message>
        <source>Free at least 1 GB.</source>
        <translation>请至少腾出 1 GB。</translation>
    </message>
    <message>
        <source>Free some space on the disk.</source>
        <translation>请腾出一些磁盘空间。</translation>
    </message>
    <message>
        <source>Free some space or choose another folder.</source>
        <translation>请腾出空间或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Get or import the weights of the MuseTalk engine.</source>
        <translation>请下载或导入 MuseTalk 引擎的模型权重。</translation>
    </message>
    <message>
        <source>Get or import the weights of the autoencoder.</source>
        <translation>请下载或导入自编码器的模型权重。</translation>
    </message>
    <message>
        <source>Get or import these weights again.</source>
        <translation>请重新下载或导入这些模型权重。</translation>
    </message>
    <message>
        <source>Hold another frame.</source>
        <translation>请停留在另一帧。</translation>
    </message>
    <message>
        <source>If it is damaged, get it again; if it is your own, import the folder with --name NAME.</source>
        <translation>如已损坏，请重新下载；如为自有，请用 --name 名称 导入该文件夹。</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>输入/输出错误</translation>
    </message>
    <message>
        <source>Install Dubwright again.</source>
        <translation>请重新安装 Dubwright。</translation>
    </message>
    <message>
        <source>Install OBS Studio 30 or later, and start its virtual camera once.</source>
        <translation>请安装 OBS Studio 30 或更高版本，并启动一次其虚拟摄像头。</translation>
    </message>
    <message>
        <source>Install OBS Studio, which brings a virtual camera.</source>
        <translation>请安装自带虚拟摄像头的 OBS Studio。</translation>
    </message>
    <message>
        <source>Install PortAudio (on Debian and Ubuntu: sudo apt install libportaudio2), then start again.</source>
        <translation>请安装 PortAudio（Debian 和 Ubuntu：sudo apt install libportaudio2），然后重新启动。</translation>
    </message>
    <message>
        <source>Install a driver that supports CUDA {cuda}, then start the machine again.</source>
        <translation>请安装支持 CUDA {cuda} 的驱动程序，然后重启电脑。</translation>
    </message>
    <message>
        <source>Install a virtual camera for this system.</source>
        <translation>请为此系统安装虚拟摄像头。</translation>
    </message>
    <message>
        <source>Install another build of ffmpeg: this one has no encoder that works.</source>
        <translation>请安装其他版本的 ffmpeg：此版本没有可用的编码器。</translation>
    </message>
    <message>
        <source>Install ffmpeg, or install Dubwright again.</source>
        <translation>请安装 ffmpeg，或重新安装 Dubwright。</translation>
    </message>
    <message>
        <source>Install ffmpeg, or the Python package imageio-ffmpeg.</source>
        <translation>请安装 ffmpeg 或 Python 包 imageio-ffmpeg。</translation>
    </message>
    <message>
        <source>Install it: pip install &quot;dubwright[camera]&quot;.</source>
        <translation>请安装：pip install &quot;dubwright[camera]&quot;。</translation>
    </message>
    <message>
        <source>Install the CUDA build of Dubwright; until then the processor does the work.</source>
        <translation>请安装 CUDA 版 Dubwright；在此之前由处理器运算。</translation>
    </message>
    <message>
        <source>Install v4l2loopback and load it: sudo modprobe v4l2loopback exclusive_caps=1.</source>
        <translation>请安装并加载 v4l2loopback：sudo modprobe v4l2loopback exclusive_caps=1。</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>这是一个文件夹</translation>
    </message>
    <message>
        <source>It belongs to another network; choose the file that its set of weights names.</source>
        <translation>它属于另一个网络；请选择该权重集所指明的文件。</translation>
    </message>
    <message>
        <source>It is made again when you play once more.</source>
        <translation>再次播放时会重新生成。</translation>
    </message>
    <message>
        <source>It may be damaged; if not, close other programs.</source>
        <translation>它可能已损坏；若未损坏，请关闭其他程序。</translation>
    </message>
    <message>
        <source>It reads: “{LICENCE}” If you accept it, add --accept-licence once.</source>
        <translation>内容为：“{LICENCE}”如接受，请添加一次 --accept-licence。</translation>
    </message>
    <message>
        <source>Known are mesh and insightface.</source>
        <translation>可用的有 mesh 和 insightface。</translation>
    </message>
    <message>
        <source>Known are: {join}.</source>
        <translation>可用的有：{join}。</translation>
    </message>
    <message>
        <source>Known are: {join}. Choose one of them, or update Dubwright.</source>
        <translation>可用的有：{join}。请选择其一，或更新 Dubwright。</translation>
    </message>
    <message>
        <source>Known are: {known}.</source>
        <translation>可用的有：{known}。</translation>
    </message>
    <message>
        <source>Little space is left in {path}.</source>
        <translation>{path} 中剩余空间不足。</translation>
    </message>
    <message>
        <source>Look at its rights, or copy it.</source>
        <translation>请检查其权限，或复制一份。</translation>
    </message>
    <message>
        <source>Make it, or choose another folder.</source>
        <translation>请创建它，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Make or import them again, or choose other weights.</source>
        <translation>请重新制作或导入，或选择其他模型权重。</translation>
    </message>
    <message>
        <source>Make room in memory and on the disk, or choose the backend “torch”.</source>
        <translation>请腾出内存和磁盘空间，或选择后端“torch”。</translation>
    </message>
    <message>
        <source>Make room, or set DUBWRIGHT_CACHE to another folder, and open the film again.</source>
        <translation>请腾出空间，或将 DUBWRIGHT_CACHE 设为其他文件夹，然后重新打开影片。</translation>
    </message>
    <message>
        <source>Make room, or set DUBWRIGHT_CACHE to another folder.</source>
        <translation>请腾出空间，或将 DUBWRIGHT_CACHE 设为其他文件夹。</translation>
    </message>
    <message>
        <source>Make room, or set DUBWRIGHT_WEIGHTS to a folder on another disk.</source>
        <translation>请腾出空间，或将 DUBWRIGHT_WEIGHTS 设为其他磁盘上的文件夹。</translation>
    </message>
    <message>
        <source>Make room, or set DUBWRIGHT_WEIGHTS to another folder.</source>
        <translation>请腾出空间，或将 DUBWRIGHT_WEIGHTS 设为其他文件夹。</translation>
    </message>
    <message>
        <source>Memory ran out: going on with single frames.</source>
        <translation>内存不足：改为逐帧处理。</translation>
    </message>
    <message>
        <source>Memory ran out: going on with {fewer} frames at once.</source>
        <translation>内存不足：改为每次处理 {fewer} 帧。</translation>
    </message>
    <message>
        <source>Memory ran out: pictures are now decoded one by one.</source>
        <translation>内存不足：画面改为逐张解码。</translation>
    </message>
    <message>
        <source>Memory ran out: the networks now take turns on the device.</source>
        <translation>内存不足：各网络现在轮流使用设备。</translation>
    </message>
    <message>
        <source>Move it elsewhere.</source>
        <translation>请将其移到别处。</translation>
    </message>
    <message>
        <source>MuseTalk 1.0: the inpainting network</source>
        <translation>MuseTalk 1.0: 图像补绘网络</translation>
    </message>
    <message>
        <source>MuseTalk 1.5: the inpainting network</source>
        <translation>MuseTalk 1.5: 图像补绘网络</translation>
    </message>
    <message>
        <source>Name a folder in the official layout, or run “dubwright weights get musetalk-1.5”.</source>
        <translation>请指定官方结构的文件夹，或运行“dubwright weights get musetalk-1.5”。</translation>
    </message>
    <message>
        <source>Name a folder with whole folders of the authors&apos; layout in it: {known}.</source>
        <translation>请指定一个文件夹，其中包含按作者结构排列的完整文件夹：{known}。</translation>
    </message>
    <message>
        <source>Name a folder with {wanted}.</source>
        <translation>请指定含有 {wanted} 的文件夹。</translation>
    </message>
    <message>
        <source>Name it with https://.</source>
        <translation>请以 https:// 开头填写。</translation>
    </message>
    <message>
        <source>Name the folder that holds the weights.</source>
        <translation>请指定模型权重所在的文件夹。</translation>
    </message>
    <message>
        <source>Name the folder with its ONNX files.</source>
        <translation>请指定其 ONNX 文件所在的文件夹。</translation>
    </message>
    <message>
        <source>Name the result with .mp4 or .mkv.</source>
        <translation>请用 .mp4 或 .mkv 命名结果。</translation>
    </message>
    <message>
        <source>Name the result with one of {names}.</source>
        <translation>请用以下扩展名之一命名结果：{names}。</translation>
    </message>
    <message>
        <source>Name the result with {names}.</source>
        <translation>请用 {names} 命名结果。</translation>
    </message>
    <message>
        <source>No H.264 encoder works.</source>
        <translation>没有可用的 H.264 编码器。</translation>
    </message>
    <message>
        <source>No frame of {name} can be decoded.</source>
        <translation>{name} 的任何一帧都无法解码。</translation>
    </message>
    <message>
        <source>No microphone was found.</source>
        <translation>没有找到麦克风。</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>设备上没有空间</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有此文件或文件夹</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>不是文件夹</translation>
    </message>
    <message>
        <source>Not all images have a number in their name; they are taken in the order of their names.</source>
        <translation>并非所有图片的名称中都有编号；将按名称顺序使用。</translation>
    </message>
    <message>
        <source>Not on this machine.</source>
        <translation>不在这台电脑上。</translation>
    </message>
    <message>
        <source>Nothing can be written to {parent}: {reason}.</source>
        <translation>无法写入 {parent}：{reason}。</translation>
    </message>
    <message>
        <source>Numbers keep overflowing: going on in float32, which is slower.</source>
        <translation>数值不断溢出：改用较慢的 float32 继续。</translation>
    </message>
    <message>
        <source>Numbers overflowed in {precision}: {rows} pictures were painted again.</source>
        <translation>{precision} 中数值溢出：{rows} 幅画面已重新绘制。</translation>
    </message>
    <message>
        <source>Only part of the film is written, without its other tracks: {described}.</source>
        <translation>只写入影片的一部分，不含其他轨道：{described}。</translation>
    </message>
    <message>
        <source>Only {value} GB of memory are free.</source>
        <translation>只剩 {value} GB 可用内存。</translation>
    </message>
    <message>
        <source>Open it in the window, which leaves out what is damaged.</source>
        <translation>请在窗口中打开，损坏的部分会被略去。</translation>
    </message>
    <message>
        <source>Open {endpoint}/{repository}, ask for access, then run “hf auth login”.</source>
        <translation>请打开 {endpoint}/{repository} 申请访问权限，然后运行“hf auth login”。</translation>
    </message>
    <message>
        <source>OpenVINO could not convert a network: {splitlines}.</source>
        <translation>OpenVINO 无法转换某个网络：{splitlines}。</translation>
    </message>
    <message>
        <source>OpenVINO is not installed.</source>
        <translation>未安装 OpenVINO。</translation>
    </message>
    <message>
        <source>OpenVINO runs on the processor here.</source>
        <translation>OpenVINO 在此使用处理器运行。</translation>
    </message>
    <message>
        <source>Parts of the picture are damaged and are left out.</source>
        <translation>画面的一部分已损坏，已略去。</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>权限不足</translation>
    </message>
    <message>
        <source>Plug one in to record or to dub live.</source>
        <translation>请接上一个麦克风以录音或实时配音。</translation>
    </message>
    <message>
        <source>Plug one in, or start the sound server, and look again.</source>
        <translation>请接上一个设备或启动声音服务，然后重新查找。</translation>
    </message>
    <message>
        <source>Plug the microphone in again, or choose another.</source>
        <translation>请重新接上麦克风，或选择其他麦克风。</translation>
    </message>
    <message>
        <source>PortAudio finds no sound system: {error}.</source>
        <translation>PortAudio 找不到声音系统：{error}。</translation>
    </message>
    <message>
        <source>Put the files back, or run “dubwright weights import FOLDER” with the folder in which they are now.</source>
        <translation>请把文件放回原处，或对其现在所在的文件夹运行“dubwright weights import 文件夹”。</translation>
    </message>
    <message>
        <source>Read them; if you accept them, repeat the command with --accept-licence.</source>
        <translation>请阅读；如接受，请加上 --accept-licence 重新执行命令。</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>文件系统为只读</translation>
    </message>
    <message>
        <source>Remove Dubwright itself instead.</source>
        <translation>请改为删除 Dubwright 本身。</translation>
    </message>
    <message>
        <source>Remove that entry.</source>
        <translation>请删除该条目。</translation>
    </message>
    <message>
        <source>Removed the half-written {name}, which an export that was cut short had left.</source>
        <translation>已删除未写完的 {name}，它由中断的导出遗留。</translation>
    </message>
    <message>
        <source>Run “dubwright weights get {name}”, or “dubwright weights import FOLDER” if you have them.</source>
        <translation>请运行“dubwright weights get {name}”；如已有文件，请运行“dubwright weights import 文件夹”。</translation>
    </message>
    <message>
        <source>Run “dubwright weights remove {inside}” first.</source>
        <translation>请先运行“dubwright weights remove {inside}”。</translation>
    </message>
    <message>
        <source>Run “pip install openvino”, or choose another backend.</source>
        <translation>请运行“pip install openvino”，或选择其他后端。</translation>
    </message>
    <message>
        <source>Run “python3 bootstrap.py weights” in Dubwright&apos;s folder.</source>
        <translation>请在 Dubwright 的文件夹中运行“python3 bootstrap.py weights”。</translation>
    </message>
    <message>
        <source>Save it as PNG.</source>
        <translation>请另存为 PNG。</translation>
    </message>
    <message>
        <source>Save it with 8 or 16 bits a channel.</source>
        <translation>请以每通道 8 位或 16 位保存。</translation>
    </message>
    <message>
        <source>Save it yourself now.</source>
        <translation>请现在手动保存。</translation>
    </message>
    <message>
        <source>Scale it to at most {MAX_SIDE} pixels a side and {value} megapixels.</source>
        <translation>请缩小到每边最多 {MAX_SIDE} 像素、共 {value} 百万像素。</translation>
    </message>
    <message>
        <source>Set an earlier in point, or export all.</source>
        <translation>请设置更早的入点，或导出全部。</translation>
    </message>
    <message>
        <source>Set it to a number of gigabytes, such as 40.</source>
        <translation>请设为以 GB 为单位的数字，例如 40。</translation>
    </message>
    <message>
        <source>Small sync network of your own</source>
        <translation>自己的小型同步网络</translation>
    </message>
    <message>
        <source>Stable Diffusion&apos;s autoencoder, fine-tuned for small errors</source>
        <translation>Stable Diffusion 的自编码器，经微调以减小误差</translation>
    </message>
    <message>
        <source>Stream {index} ({described}) cannot be kept in a .{container} file.</source>
        <translation>轨道 {index}（{described}）无法保留在 .{container} 文件中。</translation>
    </message>
    <message>
        <source>Stream {index} ({described}) was encoded anew as {codec}.</source>
        <translation>轨道 {index}（{described}）已重新编码为 {codec}。</translation>
    </message>
    <message>
        <source>SyncNet of Chung &amp; Zisserman</source>
        <translation>Chung 与 Zisserman 的 SyncNet</translation>
    </message>
    <message>
        <source>The border is moved off the nose&apos;s ridge; between {least} and {greatest} is usual.</source>
        <translation>边界移离鼻梁；通常在 {least} 到 {greatest} 之间。</translation>
    </message>
    <message>
        <source>The built-in voice is missing.</source>
        <translation>缺少内置语音。</translation>
    </message>
    <message>
        <source>The cache {folder} cannot be cleared.</source>
        <translation>无法清空缓存 {folder}。</translation>
    </message>
    <message>
        <source>The cache {folder} cannot be read: {strerror}.</source>
        <translation>无法读取缓存 {folder}：{strerror}。</translation>
    </message>
    <message>
        <source>The cache {parent} cannot be written: {strerror}.</source>
        <translation>无法写入缓存 {parent}：{strerror}。</translation>
    </message>
    <message>
        <source>The cache “{kind}” cannot be used ({reason}); what is made is not kept.</source>
        <translation>缓存“{kind}”无法使用（{reason}）；结果不会保留。</translation>
    </message>
    <message>
        <source>The cache “{kind}” is full; what is made from here on is not kept.</source>
        <translation>缓存“{kind}”已满；此后的结果不会保留。</translation>
    </message>
    <message>
        <source>The cache “{kind}” was damaged; a new one is begun.</source>
        <translation>缓存“{kind}”已损坏，已新建。</translation>
    </message>
    <message>
        <source>The cached face analysis was damaged and is made again.</source>
        <translation>缓存的面孔分析已损坏，将重新进行。</translation>
    </message>
    <message>
        <source>The device&apos;s memory is too small: going on with the processor, which is slower.</source>
        <translation>设备内存太小：改用较慢的处理器继续。</translation>
    </message>
    <message>
        <source>The disk cannot hold a file of this size.</source>
        <translation>磁盘无法容纳这么大的文件。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>The disk is read-only.</source>
        <translation>磁盘为只读。</translation>
    </message>
    <message>
        <source>The disk reported an error.</source>
        <translation>磁盘报告了错误。</translation>
    </message>
    <message>
        <source>The engine “{engine}” cannot hear while one speaks.</source>
        <translation>引擎“{engine}”无法在说话的同时处理声音。</translation>
    </message>
    <message>
        <source>The entry “{name}” of the weights file {path} is no dense tensor.</source>
        <translation>权重文件 {path} 中的条目“{name}”不是稠密张量。</translation>
    </message>
    <message>
        <source>The entry “{name}” of the weights file {path} is no tensor.</source>
        <translation>权重文件 {path} 中的条目“{name}”不是张量。</translation>
    </message>
    <message>
        <source>The face analysis cannot be kept on disk or read from it: {error}.</source>
        <translation>面孔分析无法保存到磁盘或从磁盘读取：{error}。</translation>
    </message>
    <message>
        <source>The face cannot be made to speak: {reason}.</source>
        <translation>无法让这张面孔说话：{reason}。</translation>
    </message>
    <message>
        <source>The face is not seen in frame {value}.</source>
        <translation>第 {value} 帧中看不到这张面孔。</translation>
    </message>
    <message>
        <source>The face pack {name} cannot be used: {value}.</source>
        <translation>面孔包 {name} 无法使用：{value}。</translation>
    </message>
    <message>
        <source>The file breaks off before its end; it is used up to its last good frame.</source>
        <translation>文件在结尾前中断；使用到最后一个完好的帧为止。</translation>
    </message>
    <message>
        <source>The file has no usable times; its frames are taken to be evenly spaced.</source>
        <translation>文件没有可用的时间信息；各帧按等间隔处理。</translation>
    </message>
    <message>
        <source>The file may not be written there.</source>
        <translation>不允许在那里写入文件。</translation>
    </message>
    <message>
        <source>The film is HDR ({name}); it is shown and written in standard range (BT.709).</source>
        <translation>影片为 HDR（{name}）；以标准动态范围（BT.709）显示和写入。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made: {strerror}.</source>
        <translation>无法创建文件夹 {folder}：{strerror}。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written: {strerror}.</source>
        <translation>无法写入文件夹 {folder}：{strerror}。</translation>
    </message>
    <message>
        <source>The graphics card&apos;s driver does not work with this Dubwright.</source>
        <translation>显卡驱动程序与此版本的 Dubwright 不兼容。</translation>
    </message>
    <message>
        <source>The hub {endpoint} cannot be reached.</source>
        <translation>无法连接到 {endpoint}。</translation>
    </message>
    <message>
        <source>The image {name} has {dtype} pixels.</source>
        <translation>图片 {name} 的像素类型为 {dtype}。</translation>
    </message>
    <message>
        <source>The image {name} is damaged.</source>
        <translation>图片 {name} 已损坏。</translation>
    </message>
    <message>
        <source>The insightface back end needs a pack.</source>
        <translation>insightface 后端需要一个包。</translation>
    </message>
    <message>
        <source>The licence of the face pack {name} has not been accepted.</source>
        <translation>尚未接受面孔包 {name} 的许可协议。</translation>
    </message>
    <message>
        <source>The list of exports cannot be saved: {reason}.</source>
        <translation>无法保存导出列表：{reason}。</translation>
    </message>
    <message>
        <source>The loudness is {loudness} LUFS: more would be distorted.</source>
        <translation>响度为 {loudness} LUFS：再高会失真。</translation>
    </message>
    <message>
        <source>The loudspeaker did not come back: you are not heard any more. Start again to choose another.</source>
        <translation>扬声器未恢复：已听不到您的声音。请重新开始以选择其他扬声器。</translation>
    </message>
    <message>
        <source>The machine is fast enough again: {shown} pictures a second are made.</source>
        <translation>电脑速度已恢复：每秒生成 {shown} 幅画面。</translation>
    </message>
    <message>
        <source>The region of the mask needs the weights “{WEIGHTS}”, which are missing: the lower face is used instead.</source>
        <translation>该遮罩区域需要模型权重“{WEIGHTS}”，但它缺失：改用面部下半部分。</translation>
    </message>
    <message>
        <source>The microphone is back.</source>
        <translation>麦克风已恢复。</translation>
    </message>
    <message>
        <source>The microphone is gone; plug it in again to go on.</source>
        <translation>麦克风已断开；请重新接上以继续。</translation>
    </message>
    <message>
        <source>The microphone “{name}” is gone.{kept}</source>
        <translation>麦克风“{name}”已断开。{kept}</translation>
    </message>
    <message>
        <source>The models of an insightface pack are published for non-commercial research purposes only. I use this pack for such purposes, or hold a licence for others.</source>
        <translation>insightface 包中的模型仅供非商业研究用途。我将此包用于此类用途，或持有其他用途的许可。</translation>
    </message>
    <message>
        <source>The part has no timecode: {error}.</source>
        <translation>该部分没有时间码：{error}。</translation>
    </message>
    <message>
        <source>The picture has {bits} bits a channel; it is worked on with 8.</source>
        <translation>画面每通道 {bits} 位；以 8 位处理。</translation>
    </message>
    <message>
        <source>The picture in {name} is too large: {width} × {height}.</source>
        <translation>{name} 中的画面过大：{width} × {height}。</translation>
    </message>
    <message>
        <source>The picture is interlaced; its lines are left as they are.</source>
        <translation>画面为隔行扫描；各行保持原样。</translation>
    </message>
    <message>
        <source>The program ffmpeg was not found.</source>
        <translation>没有找到程序 ffmpeg。</translation>
    </message>
    <message>
        <source>The project cannot be saved aside: {reason}.</source>
        <translation>无法另存项目备份：{reason}。</translation>
    </message>
    <message>
        <source>The project cannot be saved: {reason}.</source>
        <translation>无法保存项目：{reason}。</translation>
    </message>
    <message>
        <source>The project has an unknown entry “{name_of}”.</source>
        <translation>项目中有未知条目“{name_of}”。</translation>
    </message>
    <message>
        <source>The project has no film.</source>
        <translation>项目中没有影片。</translation>
    </message>
    <message>
        <source>The project is damaged at “{name_of}”: {first}.</source>
        <translation>项目在“{name_of}”处已损坏：{first}。</translation>
    </message>
    <message>
        <source>The recording has reached its longest length.</source>
        <translation>录音已达到最大长度。</translation>
    </message>
    <message>
        <source>The result ends before the in point.</source>
        <translation>结果在入点之前就结束了。</translation>
    </message>
    <message>
        <source>The size of the picture in {name} cannot be read; it is damaged or larger than {MAX_SIDE} pixels.</source>
        <translation>无法读取 {name} 中画面的尺寸；它已损坏或超过 {MAX_SIDE} 像素。</translation>
    </message>
    <message>
        <source>The sound device “{name}” cannot be opened: {error}.</source>
        <translation>无法打开声音设备“{name}”：{error}。</translation>
    </message>
    <message>
        <source>The sound library PortAudio cannot be used.</source>
        <translation>无法使用声音库 PortAudio。</translation>
    </message>
    <message>
        <source>The sound of {name} breaks off: {strerror}.</source>
        <translation>{name} 的声音中断：{strerror}。</translation>
    </message>
    <message>
        <source>The sound of {name} cannot be decoded.</source>
        <translation>{name} 的声音无法解码。</translation>
    </message>
    <message>
        <source>The sound of {name} ends after {heard} of {whole} seconds.</source>
        <translation>{name} 的声音在 {whole} 秒中的第 {heard} 秒结束。</translation>
    </message>
    <message>
        <source>The sound of {name} has {damaged} damaged packets, which are silent.</source>
        <translation>{name} 的声音有 {damaged} 个损坏的数据包，已作静音处理。</translation>
    </message>
    <message>
        <source>The soundtrack is silent, so its loudness was not changed.</source>
        <translation>音轨无声，因此未改变其响度。</translation>
    </message>
    <message>
        <source>The virtual camera needs the package pyvirtualcam.</source>
        <translation>虚拟摄像头需要 pyvirtualcam 包。</translation>
    </message>
    <message>
        <source>The weights file {path} cannot be read: {strerror}.</source>
        <translation>无法读取权重文件 {path}：{strerror}。</translation>
    </message>
    <message>
        <source>The weights file {path} has a “{name}” that the network does not know.</source>
        <translation>权重文件 {path} 中有网络不认识的“{name}”。</translation>
    </message>
    <message>
        <source>The weights file {path} has no “{name}”.</source>
        <translation>权重文件 {path} 中没有“{name}”。</translation>
    </message>
    <message>
        <source>The weights file {path} holds more than tensors ({forbidden}) and is not opened.</source>
        <translation>权重文件 {path} 含有张量以外的内容（{forbidden}），不会打开。</translation>
    </message>
    <message>
        <source>The weights file {path} holds no table of tensors.</source>
        <translation>权重文件 {path} 中没有张量表。</translation>
    </message>
    <message>
        <source>The weights file {path} is damaged: {first_line}.</source>
        <translation>权重文件 {path} 已损坏：{first_line}。</translation>
    </message>
    <message>
        <source>The weights file {path} is empty.</source>
        <translation>权重文件 {path} 是空的。</translation>
    </message>
    <message>
        <source>The weights folder {folder} cannot be written: {reason}.</source>
        <translation>无法写入权重文件夹 {folder}：{reason}。</translation>
    </message>
    <message>
        <source>The weights “{name}” ({title}) cannot be used. {absence}</source>
        <translation>模型权重“{name}”（{title}）无法使用。{absence}</translation>
    </message>
    <message>
        <source>The weights “{name}” are being fetched by another Dubwright.</source>
        <translation>另一个 Dubwright 正在下载模型权重“{name}”。</translation>
    </message>
    <message>
        <source>The weights “{name}” are damaged and are fetched anew.</source>
        <translation>模型权重“{name}”已损坏，正在重新下载。</translation>
    </message>
    <message>
        <source>The weights “{name}” are not fetched from a hub.</source>
        <translation>模型权重“{name}”不从服务器下载。</translation>
    </message>
    <message>
        <source>The weights “{name}” are not on this machine.</source>
        <translation>这台电脑上没有模型权重“{name}”。</translation>
    </message>
    <message>
        <source>The weights “{name}” belong to the program.</source>
        <translation>模型权重“{name}”属于程序本身。</translation>
    </message>
    <message>
        <source>The weights “{name}” cannot be used: {fault}</source>
        <translation>模型权重“{name}”无法使用：{fault}</translation>
    </message>
    <message>
        <source>The weights “{set_name}” ({title}) are missing{where}.</source>
        <translation>缺少模型权重“{set_name}”（{title}）{where}。</translation>
    </message>
    <message>
        <source>There are no ONNX files in {folder}.</source>
        <translation>{folder} 中没有 ONNX 文件。</translation>
    </message>
    <message>
        <source>There are no images in the folder {name}.</source>
        <translation>文件夹 {name} 中没有图片。</translation>
    </message>
    <message>
        <source>There are no weights called “{name}”.</source>
        <translation>没有名为“{name}”的模型权重。</translation>
    </message>
    <message>
        <source>There are no weights in {folder} that Dubwright knows.</source>
        <translation>{folder} 中没有 Dubwright 认识的模型权重。</translation>
    </message>
    <message>
        <source>There are weights called “{name}” already.</source>
        <translation>已有名为“{name}”的模型权重。</translation>
    </message>
    <message>
        <source>There are: {known}.</source>
        <translation>现有：{known}。</translation>
    </message>
    <message>
        <source>There is a graphics card here, and this Dubwright is built without CUDA.</source>
        <translation>这里有显卡，但此 Dubwright 未包含 CUDA。</translation>
    </message>
    <message>
        <source>There is no backend “{wanted}”.</source>
        <translation>没有后端“{wanted}”。</translation>
    </message>
    <message>
        <source>There is no codec “{name}”.</source>
        <translation>没有编码器“{name}”。</translation>
    </message>
    <message>
        <source>There is no device “{name}” here.</source>
        <translation>这里没有设备“{name}”。</translation>
    </message>
    <message>
        <source>There is no engine “{engine}”.</source>
        <translation>没有引擎“{engine}”。</translation>
    </message>
    <message>
        <source>There is no face back end “{backend}”.</source>
        <translation>没有面孔后端“{backend}”。</translation>
    </message>
    <message>
        <source>There is no face in this stretch of the film.</source>
        <translation>影片的这一段没有面孔。</translation>
    </message>
    <message>
        <source>There is no face {wanted} in this film.</source>
        <translation>此影片中没有面孔 {wanted}。</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>没有文件 {path}。</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>没有文件夹 {folder}。</translation>
    </message>
    <message>
        <source>There is no folder {parent}.</source>
        <translation>没有文件夹 {parent}。</translation>
    </message>
    <message>
        <source>There is no precision “{precision}”.</source>
        <translation>没有精度“{precision}”。</translation>
    </message>
    <message>
        <source>There is no sound in {name}.</source>
        <translation>{name} 中没有声音。</translation>
    </message>
    <message>
        <source>There is no virtual camera: {error}.</source>
        <translation>没有虚拟摄像头：{error}。</translation>
    </message>
    <message>
        <source>There is no {what} “{wanted}”.</source>
        <translation>没有{what}“{wanted}”。</translation>
    </message>
    <message>
        <source>There is no {what}.</source>
        <translation>没有{what}。</translation>
    </message>
    <message>
        <source>These licences are to be accepted before the weights are fetched.
{shown}</source>
        <translation>下载模型权重前需接受以下许可协议。
{shown}</translation>
    </message>
    <message>
        <source>They are no longer in {registered}.</source>
        <translation>它们已不在 {registered} 中。</translation>
    </message>
    <message>
        <source>This machine cannot encode with {name}: {reason}</source>
        <translation>这台电脑无法用 {name} 编码：{reason}</translation>
    </message>
    <message>
        <source>This machine is too slow now: {shown} pictures a second are made.</source>
        <translation>这台电脑现在太慢：每秒生成 {shown} 幅画面。</translation>
    </message>
    <message>
        <source>Tiny autoencoder for Stable Diffusion&apos;s latents</source>
        <translation>用于 Stable Diffusion 潜变量的小型自编码器</translation>
    </message>
    <message>
        <source>Try again later; what has come so far is kept.</source>
        <translation>请稍后重试；已收到的部分会保留。</translation>
    </message>
    <message>
        <source>Try again, or another file.</source>
        <translation>请重试，或换用其他文件。</translation>
    </message>
    <message>
        <source>Try another codec or container.</source>
        <translation>请尝试其他编码器或封装格式。</translation>
    </message>
    <message>
        <source>Unpack the insightface pack again.</source>
        <translation>请重新解压 insightface 包。</translation>
    </message>
    <message>
        <source>Unset HF_HUB_OFFLINE, or import the files from a folder.</source>
        <translation>请取消 HF_HUB_OFFLINE，或从文件夹导入文件。</translation>
    </message>
    <message>
        <source>Update Dubwright and open it again.</source>
        <translation>请更新 Dubwright 后重新打开。</translation>
    </message>
    <message>
        <source>Use another mirror, look for a newer Dubwright, or import the files from a folder.</source>
        <translation>请使用其他镜像、查找新版 Dubwright，或从文件夹导入文件。</translation>
    </message>
    <message>
        <source>Use another mirror, or huggingface.co itself.</source>
        <translation>请使用其他镜像，或直接使用 huggingface.co。</translation>
    </message>
    <message>
        <source>Use another mirror, or look for a newer Dubwright.</source>
        <translation>请使用其他镜像，或查找新版 Dubwright。</translation>
    </message>
    <message>
        <source>Use letters, digits, dots and dashes.</source>
        <translation>请使用字母、数字、点和连字符。</translation>
    </message>
    <message>
        <source>Use the files of openai/whisper-tiny, with which the engine was trained.</source>
        <translation>请使用训练该引擎所用的 openai/whisper-tiny 文件。</translation>
    </message>
    <message>
        <source>Use the plain state dict of the network.</source>
        <translation>请使用该网络的普通 state dict。</translation>
    </message>
    <message>
        <source>Wait until it is done.</source>
        <translation>请等待其完成。</translation>
    </message>
    <message>
        <source>Whisper tiny: speech encoder</source>
        <translation>Whisper tiny: 语音编码器</translation>
    </message>
    <message>
        <source>Work that had been put aside against a crash cannot be read; what there is was kept as {place}.</source>
        <translation>为防崩溃而预先保存的工作无法读取；现有内容保留为 {place}。</translation>
    </message>
    <message>
        <source>Write seconds (12.5), minutes (1:02.5) or hours (1:00:02).</source>
        <translation>请输入秒（12.5）、分（1:02.5）或时（1:00:02）。</translation>
    </message>
    <message>
        <source>Your loudspeaker is slower than the picture: you are heard a little after it.</source>
        <translation>您的扬声器比画面慢：声音会稍晚听到。</translation>
    </message>
    <message>
        <source>Your own.</source>
        <translation>您自己的。</translation>
    </message>
    <message>
        <source>a clip ends behind the film</source>
        <translation>片段超出影片末尾</translation>
    </message>
    <message>
        <source>a correction at frame {frame} of size {size}</source>
        <translation>第 {frame} 帧大小为 {size} 的修正</translation>
    </message>
    <message>
        <source>a stroke of {len} places, radius {radius}, softness {softness}</source>
        <translation>一笔：{len} 个位置，半径 {radius}，柔和度 {softness}</translation>
    </message>
    <message>
        <source>beyond repair; the one before is shown instead</source>
        <translation>无法修复；改为显示前一帧</translation>
    </message>
    <message>
        <source>cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>cheek widths {cheeks} are not in 0..{HALF}</source>
        <translation>脸颊宽度 {cheeks} 不在 0..{HALF} 之内</translation>
    </message>
    <message>
        <source>clips are not in order</source>
        <translation>片段顺序不对</translation>
    </message>
    <message>
        <source>clips {id} and {id2} overlap on one face</source>
        <translation>片段 {id} 与 {id2} 在同一面孔上重叠</translation>
    </message>
    <message>
        <source>corrections are not in order</source>
        <translation>修正顺序不对</translation>
    </message>
    <message>
        <source>damaged and may show blocks</source>
        <translation>已损坏，可能出现马赛克</translation>
    </message>
    <message>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>driver</source>
        <translation>驱动程序</translation>
    </message>
    <message>
        <source>empty or negative span {start}..{stop}</source>
        <translation>区间 {start}..{stop} 为空或为负</translation>
    </message>
    <message>
        <source>encoders</source>
        <translation>编码器</translation>
    </message>
    <message>
        <source>ffmpeg did not finish within {seconds} s.</source>
        <translation>ffmpeg 未能在 {seconds} 秒内完成。</translation>
    </message>
    <message>
        <source>folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>footage of {frames} frames at {rate}</source>
        <translation>{frames} 帧、帧率 {rate} 的影片</translation>
    </message>
    <message>
        <source>insightface pack buffalo_l</source>
        <translation>insightface 包 buffalo_l</translation>
    </message>
    <message>
        <source>keys of {dial} are not in order</source>
        <translation>{dial} 的关键帧顺序不对</translation>
    </message>
    <message>
        <source>logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>loudspeaker</source>
        <translation>扬声器</translation>
    </message>
    <message>
        <source>markers are not in order</source>
        <translation>标记顺序不对</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>mouth outside the picture</source>
        <translation>嘴部超出画面</translation>
    </message>
    <message>
        <source>no NVIDIA card; the built-in engine does not need one</source>
        <translation>没有 NVIDIA 显卡；内置引擎不需要</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>nudges are not in order</source>
        <translation>位移顺序不对</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>recovery</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>stretches of the original are not in order</source>
        <translation>原片区段顺序不对</translation>
    </message>
    <message>
        <source>temporary files</source>
        <translation>临时文件</translation>
    </message>
    <message>
        <source>the marker stands behind the film</source>
        <translation>标记位于影片之后</translation>
    </message>
    <message>
        <source>the network gave no picture</source>
        <translation>网络没有输出画面</translation>
    </message>
    <message>
        <source>the stretch ends behind the film</source>
        <translation>区段超出影片末尾</translation>
    </message>
    <message>
        <source>there is no clip {clip_id}</source>
        <translation>没有片段 {clip_id}</translation>
    </message>
    <message>
        <source>two clips have the same id</source>
        <translation>两个片段的标识相同</translation>
    </message>
    <message>
        <source>two curves of one dial</source>
        <translation>同一参数有两条曲线</translation>
    </message>
    <message>
        <source>weights folder</source>
        <translation>权重文件夹</translation>
    </message>
    <message>
        <source>weights {name}</source>
        <translation>模型权重 {name}</translation>
    </message>
    <message>
        <source>{CONFIG_FILE} does not describe a U-Net: {error}.</source>
        <translation>{CONFIG_FILE} 描述的不是 U-Net：{error}。</translation>
    </message>
    <message>
        <source>{CONFIG_FILE} does not describe an autoencoder: {error}.</source>
        <translation>{CONFIG_FILE} 描述的不是自编码器：{error}。</translation>
    </message>
    <message>
        <source>{LIMIT} is “{told}”, which is no size.</source>
        <translation>{LIMIT} 的值“{told}”不是有效的大小。</translation>
    </message>
    <message>
        <source>{card}, CUDA {cuda}</source>
        <translation>{card}，CUDA {cuda}</translation>
    </message>
    <message>
        <source>{codec} has no transparency; choose prores or ffv1 to keep it.</source>
        <translation>{codec} 不支持透明度；请选择 prores 或 ffv1 以保留。</translation>
    </message>
    <message>
        <source>{dial} is not in {low}..{high}</source>
        <translation>{dial} 不在 {low}..{high} 之内</translation>
    </message>
    <message>
        <source>{endpoint} answers with the error {status_code}.</source>
        <translation>{endpoint} 返回错误 {status_code}。</translation>
    </message>
    <message>
        <source>{endpoint} ends the transfer of {name} too early, again and again.</source>
        <translation>{endpoint} 一再过早结束 {name} 的传输。</translation>
    </message>
    <message>
        <source>{endpoint} gives no hash of its file {path}, so that it could not be verified.</source>
        <translation>{endpoint} 未提供文件 {path} 的校验值，因此无法验证。</translation>
    </message>
    <message>
        <source>{endpoint} has another file {path} than the one that Dubwright knows.</source>
        <translation>{endpoint} 上的文件 {path} 与 Dubwright 所知的不同。</translation>
    </message>
    <message>
        <source>{fetched} holds files that were imported as “{inside}”.</source>
        <translation>{fetched} 中有以“{inside}”导入的文件。</translation>
    </message>
    <message>
        <source>{fetched} is deleted ({value} GB).</source>
        <translation>已删除 {fetched}（{value} GB）。</translation>
    </message>
    <message>
        <source>{file} is damaged and cannot be put aside: {reason}.</source>
        <translation>{file} 已损坏且无法移开：{reason}。</translation>
    </message>
    <message>
        <source>{folder} cannot be made: {strerror}.</source>
        <translation>无法创建 {folder}：{strerror}。</translation>
    </message>
    <message>
        <source>{folder} holds neither {names}.</source>
        <translation>{folder} 中没有以下任何一项：{names}。</translation>
    </message>
    <message>
        <source>{free} of {all} GB free</source>
        <translation>{all} GB 中有 {free} GB 可用</translation>
    </message>
    <message>
        <source>{hint} What was recorded is kept and finished when Dubwright is started again.</source>
        <translation>{hint} 已录制的内容会保留，并在下次启动 Dubwright 时完成。</translation>
    </message>
    <message>
        <source>{len} frames, the first of them {value}, are {what}.</source>
        <translation>{len} 帧（首个为第 {value} 帧）{what}。</translation>
    </message>
    <message>
        <source>{len} images have another size than the first and were scaled to it.</source>
        <translation>{len} 张图片的尺寸与第一张不同，已缩放为相同尺寸。</translation>
    </message>
    <message>
        <source>{megabytes} are needed in {folder} and {megabytes2} are free.</source>
        <translation>{folder} 中需要 {megabytes}，现有 {megabytes2} 可用。</translation>
    </message>
    <message>
        <source>{missing} numbers are missing among the images; those that are there are taken one after the other.</source>
        <translation>图片中缺少 {missing} 个编号；现有图片依次使用。</translation>
    </message>
    <message>
        <source>{name} came damaged: its hash is not the one that it must have.</source>
        <translation>{name} 下载后已损坏：校验值不符。</translation>
    </message>
    <message>
        <source>{name} cannot be decoded any more.</source>
        <translation>{name} 已无法解码。</translation>
    </message>
    <message>
        <source>{name} cannot be opened: {reason}.</source>
        <translation>无法打开 {name}：{reason}。</translation>
    </message>
    <message>
        <source>{name} cannot be read.</source>
        <translation>无法读取 {name}。</translation>
    </message>
    <message>
        <source>{name} cannot be written: {value}.</source>
        <translation>无法写入 {name}：{value}。</translation>
    </message>
    <message>
        <source>{name} cannot write a picture of {width} × {height}: both must be even.</source>
        <translation>{name} 无法写入 {width} × {height} 的画面：宽和高必须为偶数。</translation>
    </message>
    <message>
        <source>{name} does not say which version it is.</source>
        <translation>{name} 未标明其版本。</translation>
    </message>
    <message>
        <source>{name} has a codec that is not known here.</source>
        <translation>{name} 使用了此处未知的编码。</translation>
    </message>
    <message>
        <source>{name} has changed since the project was made.</source>
        <translation>{name} 在项目创建后已被更改。</translation>
    </message>
    <message>
        <source>{name} has no picture that can be read.</source>
        <translation>{name} 中没有可读取的画面。</translation>
    </message>
    <message>
        <source>{name} holds only sound.</source>
        <translation>{name} 只包含声音。</translation>
    </message>
    <message>
        <source>{name} holds {count} pictures; the first one is used.</source>
        <translation>{name} 含有 {count} 张图片；使用第一张。</translation>
    </message>
    <message>
        <source>{name} holds {kind} samples.</source>
        <translation>{name} 的采样类型为 {kind}。</translation>
    </message>
    <message>
        <source>{name} is a playlist, not a film.</source>
        <translation>{name} 是播放列表，不是影片。</translation>
    </message>
    <message>
        <source>{name} is damaged or not a media file{told}.</source>
        <translation>{name} 已损坏或不是媒体文件{told}。</translation>
    </message>
    <message>
        <source>{name} is damaged.</source>
        <translation>{name} 已损坏。</translation>
    </message>
    <message>
        <source>{name} is damaged: it has {size} bytes instead of {bytes}.</source>
        <translation>{name} 已损坏：大小为 {size} 字节，应为 {bytes} 字节。</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} 是空的。</translation>
    </message>
    <message>
        <source>{name} is no image that can be read.</source>
        <translation>{name} 不是可读取的图片。</translation>
    </message>
    <message>
        <source>{name} is not a Dubwright project.</source>
        <translation>{name} 不是 Dubwright 项目。</translation>
    </message>
    <message>
        <source>{name} is not a network that can be read.</source>
        <translation>{name} 不是可读取的网络。</translation>
    </message>
    <message>
        <source>{name} is one of the inputs.</source>
        <translation>{name} 是输入文件之一。</translation>
    </message>
    <message>
        <source>{name} may not be read.</source>
        <translation>不允许读取 {name}。</translation>
    </message>
    <message>
        <source>{name} needs more memory than there is.</source>
        <translation>{name} 所需内存超出现有容量。</translation>
    </message>
    <message>
        <source>{name} was saved by a newer Dubwright.</source>
        <translation>{name} 由较新的 Dubwright 保存。</translation>
    </message>
    <message>
        <source>{name} {value} is not in {low}..{high}</source>
        <translation>{name} {value} 不在 {low}..{high} 之内</translation>
    </message>
    <message>
        <source>{out} cannot be written: {reason}.</source>
        <translation>无法写入 {out}：{reason}。</translation>
    </message>
    <message>
        <source>{out} is a folder.</source>
        <translation>{out} 是一个文件夹。</translation>
    </message>
    <message>
        <source>{part} is left over from an export and cannot be removed: {value}.</source>
        <translation>{part} 由导出遗留且无法删除：{value}。</translation>
    </message>
    <message>
        <source>{path} ({free} GB free)</source>
        <translation>{path}（{free} GB 可用）</translation>
    </message>
    <message>
        <source>{path} cannot be read.</source>
        <translation>无法读取 {path}。</translation>
    </message>
    <message>
        <source>{path} cannot be read: {strerror}.</source>
        <translation>无法读取 {path}：{strerror}。</translation>
    </message>
    <message>
        <source>{path} cannot be written.</source>
        <translation>无法写入 {path}。</translation>
    </message>
    <message>
        <source>{path} cannot be written: {strerror}.</source>
        <translation>无法写入 {path}：{strerror}。</translation>
    </message>
    <message>
        <source>{path} does not describe a network.</source>
        <translation>{path} 未描述任何网络。</translation>
    </message>
    <message>
        <source>{path} is no file of weights.</source>
        <translation>{path} 不是权重文件。</translation>
    </message>
    <message>
        <source>{path} is not JSON: {error}.</source>
        <translation>{path} 不是 JSON：{error}。</translation>
    </message>
    <message>
        <source>{path} is not a file.</source>
        <translation>{path} 不是文件。</translation>
    </message>
    <message>
        <source>{path} says {name} = {found} where Whisper-tiny has {wanted}.</source>
        <translation>{path} 中 {name} = {found}，而 Whisper-tiny 为 {wanted}。</translation>
    </message>
    <message>
        <source>{seconds} s of {float} s are shown: elsewhere the face cannot be moved.</source>
        <translation>显示 {float} 秒中的 {seconds} 秒：其余部分无法驱动面孔。</translation>
    </message>
    <message>
        <source>{title} has too little memory for the networks.</source>
        <translation>{title} 的内存不足以运行这些网络。</translation>
    </message>
    <message>
        <source>{value} GB are to be fetched, and the disk of {parent} has {value2} GB left.</source>
        <translation>需下载 {value} GB，而 {parent} 所在磁盘剩余 {value2} GB。</translation>
    </message>
    <message>
        <source>{value} frames at the beginning cannot be decoded and are left out.</source>
        <translation>开头有 {value} 帧无法解码，已略去。</translation>
    </message>
    <message>
        <source>{value} frames at the end cannot be decoded and are left out.</source>
        <translation>结尾有 {value} 帧无法解码，已略去。</translation>
    </message>
    <message>
        <source>{value} is not the published file of “{name}”: its bytes differ.</source>
        <translation>{value} 不是“{name}”的正式发布文件：内容不同。</translation>
    </message>
    <message>
        <source>{what} does not have {path} in the revision {revision}.</source>
        <translation>{what} 的版本 {revision} 中没有 {path}。</translation>
    </message>
    <message>
        <source>{what} gives its files only to those who asked for access.</source>
        <translation>{what} 只向申请过访问权限的人提供文件。</translation>
    </message>
    <message>
        <source>{width} × {height} is an odd size and is kept by writing 4:4:4, which some players cannot show.</source>
        <translation>{width} × {height} 为奇数尺寸，以 4:4:4 写入来保留；部分播放器无法显示。</translation>
    </message>
    <message>
        <source>“dubwright weights list” says what is.</source>
        <translation>“dubwright weights list”会列出现有内容。</translation>
    </message>
    <message>
        <source>“{choice}” holds no network that judges lip sync.</source>
        <translation>“{choice}”中没有判断口型同步的网络。</translation>
    </message>
    <message>
        <source>“{endpoint}” is no address of a hub.</source>
        <translation>“{endpoint}”不是服务器地址。</translation>
    </message>
    <message>
        <source>“{name}” cannot be a name of weights.</source>
        <translation>“{name}”不能用作模型权重的名称。</translation>
    </message>
    <message>
        <source>“{name}” in the weights file {path} has the shape {has} instead of {shape}.</source>
        <translation>权重文件 {path} 中“{name}”的形状为 {has}，应为 {shape}。</translation>
    </message>
    <message>
        <source>“{name}” is damaged or made for another engine.</source>
        <translation>“{name}”已损坏或用于其他引擎。</translation>
    </message>
    <message>
        <source>“{name}” is forgotten; {registered} stays as it is.</source>
        <translation>已移除“{name}”的登记；{registered} 保持不变。</translation>
    </message>
    <message>
        <source>“{text}” is not a time.</source>
        <translation>“{text}”不是有效的时间。</translation>
    </message>
    <message>
        <source>“{wanted}” holds no weights of the engine “musetalk”.</source>
        <translation>“{wanted}”中没有引擎“musetalk”的模型权重。</translation>
    </message>
</context>
</TS>
