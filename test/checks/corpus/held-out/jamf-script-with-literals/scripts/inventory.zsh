#!/bin/zsh
/usr/local/bin/jamf recon
