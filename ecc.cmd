@echo off
rem Starts ECC Explorer, building it first if need be; "ecc test" runs every test. Needs a JDK 25 or newer
rem (JAVA_HOME or on the PATH; get one with: winget install EclipseAdoptium.Temurin.25.JDK) and Maven.
setlocal
set "HOME_DIR=%~dp0"
if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java.exe") else (set "JAVA=java.exe")
"%JAVA%" --version >nul 2>&1 || (echo ECC Explorer needs a JDK 25: winget install EclipseAdoptium.Temurin.25.JDK 1>&2 & exit /b 3)
if "%~1"=="test" (
  call mvn -B -ntp -f "%HOME_DIR%pom.xml" spotless:check test
  exit /b %errorlevel%
)
if not exist "%HOME_DIR%target\ecc.built" (
  call mvn -B -ntp -q -Dmaven.test.skip=true -f "%HOME_DIR%pom.xml" package || exit /b 3
  type nul > "%HOME_DIR%target\ecc.built"
)
"%JAVA%" --module-path "%HOME_DIR%target\javafx" @"%HOME_DIR%src\main\launcher\jvm.options" "-Decc.home=%HOME_DIR:~0,-1%" -cp "%HOME_DIR%target\classes;%HOME_DIR%target\lib\*" org.eccexplorer.Main %*
